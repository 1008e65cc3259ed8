import { dropOldQuotas } from '@huiyin/db/alerts/delivery-queries.ts'
import { markRounds } from '@huiyin/db/core/clock-work-queries.ts'
import { climbLadders } from './alerts/climb-ladders.ts'
import { settlePushes } from './alerts/push/settle-pushes.ts'
import { bookingClocks } from './consultations/consultations-clock.ts'
import { waitlistClock } from './consultations/waitlist.ts'
import { type Clock, reasonOf } from './core/clock-hand.ts'
import { tendClocks } from './core/clock-loop.ts'
import { oneAtATime } from './core/one-at-a-time.ts'
import type { Outside } from './core/outside.ts'
import { lookAfterChecks } from './photos/check-photos.ts'
import { clearFiles } from './photos/clear-files.ts'
import { clearForgotten } from './photos/clear-forgotten.ts'
import { clearOldDrafts, questionClocks } from './questions/question-clock.ts'
import { askStill } from './reports/ask-still.ts'
import { clearCopies } from './reports/clear-copies.ts'
import { climbReports } from './reports/climb-reports.ts'
import { remindVisits } from './reports/remind-visits.ts'

/** What every minute brings: deadlines, words and photos to check, alerts to deliver, copies to clear away. Safe to run twice at once, or late. */
export type Chores = () => Promise<{ climbed: number; checked: number }>

/** Every clock of the house, in the order of their turns: what is moved is no longer chased, what is freed is offered. */
export const allClocks = (outside: Outside): Clock[] => [
  climbReports,
  ...questionClocks,
  ...bookingClocks,
  waitlistClock(outside),
  askStill,
  remindVisits,
  ...climbLadders,
]

type Running = { deliver: () => Promise<void>; check: () => Promise<number> }

/** One that fails stops no other; its rounds count for `/readyz` as those of the clocks do. */
export const createChores = (outside: Outside, clocks: readonly Clock[], { deliver, check }: Running): Chores => {
  const tend = oneAtATime(() => tendClocks(outside, clocks))
  const others: Record<string, () => Promise<unknown>> = {
    deliver,
    'push-events': () => settlePushes(outside),
    'photo-checks': () => lookAfterChecks(outside),
    'public-copies': () => clearCopies(outside),
    'forgotten-photos': () => clearForgotten(outside),
    'sealed-files': () => clearFiles(outside),
    drafts: () => clearOldDrafts(outside),
    quotas: () => dropOldQuotas(outside.db, outside.now()),
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
