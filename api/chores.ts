import { markRounds } from '@huiyin/db/core/clock-work-queries.ts'
import { type Clock, reasonOf } from './core/clock-hand.ts'
import { tendClocks } from './core/clock-loop.ts'
import { oneAtATime } from './core/one-at-a-time.ts'
import type { Outside } from './core/outside.ts'
import { rooms } from './rooms.ts'

/** What every minute brings: deadlines, words and photos to check, alerts to deliver, copies to clear away. Safe to run twice at once, or late. */
export type Chores = () => Promise<{ climbed: number; checked: number }>

/** Every clock of the house, in the order of their turns: what is moved is no longer chased, what is freed is offered. */
export const allClocks = (outside: Outside): Clock[] => rooms.flatMap(room => room.clocks?.(outside) ?? [])

type Running = { deliver: () => Promise<void>; check: () => Promise<number> }

/** One that fails stops no other; its rounds count for `/readyz` as those of the clocks do. */
export const createChores = (outside: Outside, clocks: readonly Clock[], { deliver, check }: Running): Chores => {
  const tend = oneAtATime(() => tendClocks(outside, clocks))
  const others: Record<string, () => Promise<unknown>> = {
    deliver,
    ...Object.assign({}, ...rooms.map(room => room.chores?.(outside) ?? {})),
  }
  return async () => {
    await outside.keepTime()
    const climbed = await tend()
    let checked = 0
    const words = async () => {
      checked = await check()
    }
    await runAll(outside, { 'word-checks': words, ...others })
    return { climbed, checked }
  }
}

/** Throws what failed first, once all have ended. */
const runAll = async ({ db, now, log }: Outside, chores: Record<string, () => Promise<unknown>>): Promise<void> => {
  const names = Object.keys(chores)
  const results = await Promise.allSettled(Object.values(chores).map(chore => chore()))
  const codes = results.map(it => (it.status === 'rejected' ? reasonOf(it.reason) : null))
  for (const [n, code] of codes.entries()) if (code !== null) log.error({ chore: names[n], code }, 'a chore failed')
  await markRounds(
    db,
    names.map((clock, n) => ({ clock, code: codes[n] ?? null, drained: false })),
    now(),
  )
  const failed = results.find(it => it.status === 'rejected')
  if (failed) throw failed.reason
}
