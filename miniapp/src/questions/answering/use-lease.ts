import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { useDidHide, useUnload } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useNow } from '@/core/components/deadline.tsx'
import { platform } from '@/core/device/platform.ts'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'

/** Milliseconds from the last letter to the kept draft, and the longest between two while he types on. */
const pause = 3_000
const atMost = 60_000

const later = (one: string, other: string) => (Date.parse(one) > Date.parse(other) ? one : other)
const ended = (failed: unknown) => ['lease-over', 'not-found'].includes(problemOf(failed).code)

/** Keeps what he types, a pause after the last letter; at the latest when he leaves the page. */
const useKeeping = (keep: (words: string) => Promise<unknown>) => {
  const unsent = useRef<{ words: string; timer: ReturnType<typeof setTimeout> }>()
  const lastSent = useRef(platform.now())
  const forget = () => {
    clearTimeout(unsent.current?.timer)
    unsent.current = undefined
  }
  const keepNow = async (words: string) => {
    forget()
    lastSent.current = platform.now()
    await keep(words)
  }
  /** The phone has every word too: what the network drops goes with the next ones. */
  const keepQuietly = (words: string) => void keepNow(words).catch(() => undefined)
  const typed = (words: string) => {
    forget()
    const wait = Math.min(pause, Math.max(0, lastSent.current + atMost - platform.now()))
    unsent.current = { words, timer: setTimeout(() => keepQuietly(words), wait) }
  }
  const flush = () => {
    if (unsent.current) keepQuietly(unsent.current.words)
  }
  useDidHide(flush)
  useUnload(flush)
  return { typed, keep: keepNow, forget }
}

/** How long the question stays in his hands. Typing keeps the draft at the server, and that renews the time. */
export const useLease = ({ id, lease }: Pick<Question, 'id' | 'lease'>) => {
  const now = useNow()
  const [renewed, setRenewed] = useState('')
  const [refused, setRefused] = useState<number>()
  const fence = lease?.fence ?? 0
  const until = lease && (renewed ? later(renewed, lease.until) : lease.until)

  /** Does something under this lease; notes when the server does not know it any more. */
  const watch = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (failed) {
      if (ended(failed)) setRefused(fence)
      throw failed
    }
  }
  const keeping = useKeeping(async words => {
    const { leaseUntil } = await watch(call(adviserRoutes.saveDraft, { id, fence, words }))
    setRenewed(leaseUntil)
  })

  const over = !until || refused === fence || Date.parse(until) < now
  return { fence, until, over, watch, ...keeping }
}

export type Lease = ReturnType<typeof useLease>
