import type { Ctx } from '@huiyin/api/core/context.ts'
import { metersBetween } from '@huiyin/api/core/datum.ts'
import { holdersAt } from '@huiyin/api/grids/holders.ts'
import { byClock } from '@huiyin/api/matters/move.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import { recurredToo } from '@huiyin/db/reports/extra-queries.ts'
import { findReport, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { listClosedTwins } from '@huiyin/db/reports/recurrence-queries.ts'
import type { NewReport, NewReportStep } from '@huiyin/db/reports/write-queries.ts'
import { nextState } from '@huiyin/shared/matters/offered.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { daysAfter } from '../closing/closing.ts'
import { inCharge, tell } from '../notices.ts'

/**
 * 假性整改: the matter of the same kind in the same building (without one, within 50 m) that was closed in the last thirty
 * days. Undefined when there is none, or when nobody can tell what kind this one is.
 */
export const findRecurring = async (ctx: Ctx, row: Omit<NewReport, 'recursId'>): Promise<ReportRow | undefined> => {
  const { kind, townshipId, buildingId, gcj02: spot } = row
  if (kind === 'other' || (!buildingId && !spot)) return undefined
  const since = daysAfter(ctx.now, -reportLimits.recurDays)
  const twins = await listClosedTwins(ctx.db, { kind, townshipId, buildingId, spot, since })
  const twin = buildingId ? twins[0] : twins.find(it => isNear(it.spot, spot))
  const old = twin && (await findReport(ctx.db, twin.id, ctx.me.id))?.report
  return old && nextState(reportLife, old.state, 'recur') ? old : undefined
}

const isNear = (there: [number, number] | null, here: { lng: number; lat: number } | null) =>
  here !== null && there !== null && metersBetween(here, { lng: there[0], lat: there[1] }) <= reportLimits.recurMeters

const recurStep = (old: ReportRow): NewReportStep => ({
  ...{ ...byClock(old, 'recur'), event: 'recur', answers: false },
  ...{ words: null, staffOnly: true, photoIds: [], checkWords: false },
})

/** The statement part that marks the old closing and tells its owner and the owner's level. */
export const markRecurred = async (ctx: Ctx, old: ReportRow, row: { id: string }, ground: Ground) => {
  const there = old.gridId === ground.areas.grid?.id ? ground : await findGround(ctx.db, old.gridId, ctx.now)
  const level = there ? holdersAt(there, old.level).map(it => it.personId) : []
  const notices = tell([...inCharge(old), ...level], 'task-recurred', old)
  return recurredToo(old, row.id, recurStep(old), notices, ctx.now)
}
