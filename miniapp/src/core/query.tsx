import type { Answer, Asked, Route } from '@huiyin/shared/core/route.ts'
import { environmentManager, QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type PropsWithChildren, useCallback, useEffect, useRef, useState } from 'react'
import { platform } from './device/platform.ts'
import { isOffline, problemOf } from './sending/trouble.ts'
import { call } from './sending/wire.ts'
import { toTop } from './to-top.ts'

// WeChat has no window, so the library takes the phone for a server and would never poll.
environmentManager.setIsServer(() => false)

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false } },
})

export const WithQueries = ({ children }: PropsWithChildren) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
)

/** Whether this page is the one on screen. */
export const useOnScreen = () => {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** Whether the server says that this is not, or not any more, for her. */
export const isRefused = (failed: unknown) =>
  failed !== null && ['not-found', 'not-allowed', 'signed-out'].includes(problemOf(failed).code)

/** Milliseconds without a change after which a page is read less often, and how much less. */
const calm = 60_000
const slower = 4
/** Milliseconds until something old is asked for again that the network kept away. */
const again = 10_000

/** How often to read what is on screen: as asked while something happens, four times slower once nothing has for a minute. */
const usePace = (onScreen: boolean, every: number | undefined) => {
  const last = useRef({ data: undefined as unknown, changedAt: 0 })
  return ({ state }: { state: { data: unknown; error: unknown } }) => {
    if (!onScreen) return false
    if (state.data !== undefined && isOffline(state.error)) return again
    if (!every) return false
    const now = platform.now()
    if (state.data !== last.current.data) last.current = { data: state.data, changedAt: now }
    return now - last.current.changedAt > calm ? every * slower : every
  }
}

const useOnReturn = (here: boolean, read: () => unknown) => {
  const first = useRef(true)
  useEffect(() => {
    if (here && !first.current) void read()
    first.current = false
  }, [here, read])
}

type How = { every?: number | undefined; enabled?: boolean | undefined }

/**
 * One read of the server, again on every return to the page, and each `every` milliseconds while it is on screen. What is refused
 * now is not shown any more: `last` is what was read before, for a page that has something of hers to keep.
 */
export const useCall = <R extends Route>(route: R, input: Asked<R>, { every, enabled = true }: How = {}) => {
  const onScreen = useOnScreen()
  const asked = useQuery<Answer<R>>({
    queryKey: [route.path, input],
    queryFn: () => call(route, input),
    enabled,
    refetchInterval: usePace(onScreen, every),
  })
  useOnReturn(onScreen && enabled, asked.refetch)
  return { ...asked, data: isRefused(asked.error) ? undefined : asked.data, last: asked.data }
}

type PageAnswer = { items: unknown[]; next?: string | undefined }
type Item<R extends Route> = Answer<R> extends { items: (infer T)[] } ? T : never

type HowList = How & { after?: 'cursor' | 'from' }

/** One page of a list: which it is, and the ways to those beside it. */
export type Turn = { page: number; back?: (() => void) | undefined; on?: (() => void) | undefined }

/**
 * A list, page by page: one is kept, shown and read again, however long the list is. `after` is the field that takes its `next`.
 * Another `input` begins at the first page.
 */
export const useList = <R extends Route>(route: R, input: Asked<R>, { every, after = 'cursor' }: HowList = {}) => {
  const whole = JSON.stringify(input)
  // Where the pages after the first one begin, as far as she has come.
  const [trail, setTrail] = useState({ whole, begins: [] as string[] })
  const begins = trail.whole === whole ? trail.begins : []
  const begin = begins[begins.length - 1]
  const onScreen = useOnScreen()
  const asked = useQuery<Answer<R>>({
    queryKey: [route.path, input, 'list', begin],
    queryFn: () => call(route, { ...(input as object), [after]: begin } as Asked<R>),
    placeholderData: (shown, of) => (JSON.stringify(of?.queryKey[1]) === whole ? shown : undefined),
    refetchInterval: usePace(onScreen, every),
  })
  useOnReturn(onScreen, asked.refetch)
  usePullDownRefresh(() => void asked.refetch().finally(() => Taro.stopPullDownRefresh()))
  const data = isRefused(asked.error) ? undefined : asked.data
  const { items, next } = (data ?? {}) as Partial<PageAnswer>
  const turnTo = (to: string[]) => {
    setTrail({ whole, begins: to })
    toTop()
  }
  const isGone = items?.length === 0 && begins.length > 0
  // What stood on this page went elsewhere while it lay open.
  useEffect(() => {
    if (isGone) setTrail(({ begins }) => ({ whole, begins: begins.slice(0, -1) }))
  }, [isGone, whole])
  const turn: Turn = {
    page: begins.length + 1,
    back: begins.length > 0 ? () => turnTo(begins.slice(0, -1)) : undefined,
    on: next ? () => turnTo([...begins, next]) : undefined,
  }
  return { ...asked, data, items: items as Item<R>[] | undefined, turn }
}

/** The network is back: what it kept away from the pages that are open is read now. */
export const readAgain = () =>
  void queries.refetchQueries({ type: 'active', predicate: ({ state }) => isOffline(state.error) })

/** After a write: everything read from these routes is read again. */
export const useRefresh = () => {
  const client = useQueryClient()
  return useCallback(
    (...routes: Route[]) => {
      for (const { path } of routes) void client.invalidateQueries({ queryKey: [path] })
    },
    [client],
  )
}
