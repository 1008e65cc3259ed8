import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import { findReport, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { moveReport, type NewStep, type Patch } from '@huiyin/db/reports/write-queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { type ReportEvent, reportMoves } from '@huiyin/shared/reports/report-moves.ts'
import type { Outside } from '../core/outside.ts'
import { uuidOf } from '../core/secrets.ts'
import type { Plan } from './move-report.ts'

/** Stands for the clock where a person is asked for. */
const noPerson = '00000000-0000-0000-0000-000000000000'

type ClockEvent = Extract<ReportEvent, 'climb' | 'lapse' | 'ask' | 'recur' | 'remind'>

/** What the clock does. The same report at the same step gives the same id: two workers cannot write it twice. */
export const clockStep = (report: ReportRow, event: ClockEvent): NewStep => ({
  id: uuidOf(`${event} ${report.id} ${report.seq + 1}`),
  event,
  actorId: null,
  actor: '系统',
  words: null,
  staffOnly: event === 'recur' || event === 'remind',
  inputHash: '',
  photoIds: [],
  checkWords: false,
})

export type ClockPlan = { event: ClockEvent; patch: Patch; news: NewAlert[]; extras?: Plan['extras'] }

const batch = 100

/**
 * One round of one of the clock's verbs: `list` names the reports that are due, most overdue first, and `plan` looks at each as it
 * stands now. Safe to run twice at once: a step holds only if the report still stands where it stood. Answers how many moved.
 */
export const takeClockSteps = async (
  { db, now }: Pick<Outside, 'db' | 'now'>,
  list: (db: Db, now: Date, limit: number) => Promise<{ id: string }[]>,
  plan: (report: ReportRow, ground: Ground, now: Date) => ClockPlan | undefined | Promise<ClockPlan | undefined>,
): Promise<number> => {
  const at = now()
  let moved = 0
  for (const { id } of await list(db, at, batch)) {
    const report = (await findReport(db, id, noPerson))?.report
    const ground = report && (await findGround(db, report.gridId, at))
    const planned = ground && (await plan(report, ground, at))
    const state = planned && next(reportMoves, report.state, planned.event)
    if (!state) continue
    const { event, patch, news, extras } = planned
    if (await moveReport(db, report, { state, ...patch }, clockStep(report, event), news, at, extras)) moved++
  }
  return moved
}
