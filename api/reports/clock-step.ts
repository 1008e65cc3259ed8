import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { Due } from '@huiyin/db/core/clock-work-queries.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { listReportsById } from '@huiyin/db/reports/due-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { moveReport, type NewStep, type Patch } from '@huiyin/db/reports/write-queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { type ReportEvent, reportMoves } from '@huiyin/shared/reports/report-moves.ts'
import type { Clock, House } from '../core/clock-hand.ts'
import { uuidOf } from '../core/secrets.ts'
import { groundOf } from '../grids/ground-of.ts'
import type { Plan } from './move-report.ts'

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

type Planner = (
  report: ReportRow,
  ground: Ground,
  house: House,
) => ClockPlan | undefined | Promise<ClockPlan | undefined>

/**
 * One of the clock's verbs: `plan` looks at each report that is due as it stands now. A step holds only if the report still stands
 * where it stood when it was looked at.
 */
export const reportClock = (name: string, due: Due, plan: Planner): Clock => ({
  name,
  due,
  takeUp: async (house, ids) =>
    (await listReportsById(house.db, ids)).map(report => ({
      id: report.id,
      take: it => takeClockStep(it, report, plan),
    })),
})

const takeClockStep = async (house: House, report: ReportRow, plan: Planner): Promise<boolean> => {
  const ground = await groundOf(house, report.gridId)
  const planned = ground && (await plan(report, ground, house))
  const state = planned && next(reportMoves, report.state, planned.event)
  if (!state) return false
  const { event, patch, news, extras } = planned
  return moveReport(house.db, report, { state, ...patch }, clockStep(report, event), news, house.now, extras)
}
