import { type ClockState, type DueClock, listClockStates } from '@huiyin/db/core/clock-work-queries.ts'
import { isBusy } from '@huiyin/db/core/errors.ts'
import { clockLimits } from '@huiyin/shared/core/clock-limits.ts'
import { reasonOf } from './clock-hand.ts'
import type { Outside } from './outside.ts'

/** Why the service is not well: this clock's rounds failed (`code` of the last), or its oldest item waits for so long. */
export type ClockTrouble = { clock: string; why: 'failed' | 'late'; code: string | null; lagSeconds: number }

export type ClockHealth = { setAside: number; lagSeconds: number; troubles: ClockTrouble[] }

const { failedRounds, latestSeconds } = clockLimits

/**
 * How the clocks stand, whichever process runs them. Before the first round ever, what is overdue is nobody's fault: it counts once
 * this process has been asked for as long as it may take.
 */
export const createClockHealth = ({ db, now }: Pick<Outside, 'db' | 'now'>, clocks: readonly DueClock[]) => {
  let asked: Date | undefined
  return async (): Promise<ClockHealth> => {
    const at = now()
    asked ??= at
    const waited = (at.getTime() - asked.getTime()) / 1000
    const { states, code } = await look(db, clocks, at)
    const isLate = ({ lagSeconds, rounds }: ClockState) =>
      lagSeconds > latestSeconds && (rounds || waited > latestSeconds)
    return {
      setAside: states.reduce((sum, it) => sum + it.setAside, 0),
      lagSeconds: Math.max(0, ...states.map(it => it.lagSeconds)),
      troubles: [
        ...(code ? [{ clock: 'readyz', why: 'failed' as const, code, lagSeconds: 0 }] : []),
        ...states.flatMap(it => {
          const why = it.failedInRow >= failedRounds ? 'failed' : isLate(it) ? 'late' : undefined
          return why ? [{ clock: it.clock, why, code: it.code, lagSeconds: it.lagSeconds } as const] : []
        }),
      ],
    }
  }
}

/** Where a clock cannot even be asked what is due, at least how its rounds ended. */
const look = async (
  db: Outside['db'],
  clocks: readonly DueClock[],
  at: Date,
): Promise<{ states: ClockState[]; code?: string }> => {
  try {
    return { states: await listClockStates(db, clocks, at) }
  } catch (error) {
    if (isBusy(error)) throw error
    return { states: await listClockStates(db, [], at), code: reasonOf(error) }
  }
}
