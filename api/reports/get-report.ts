import { findGround } from '@huiyin/db/grids/queries.ts'
import { findReport, getNames, listHistory, listReportLooks, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { listNumbers } from '@huiyin/db/reports/recurrence-queries.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import type { Report } from '@huiyin/shared/reports/report.ts'
import { isLate, termsFor } from '@huiyin/shared/reports/report-clock.ts'
import { type ReportSubject, reportPolicy } from '@huiyin/shared/reports/report-policy.ts'
import { type Ctx, demand } from '../core/context.ts'
import { isPublished } from '../grids/calendar.ts'
import { canReopen } from './closing.ts'
import { daysUnknown, yearOf } from './days-unknown.ts'
import { mayVisit } from './may-visit.ts'
import { actionsOf, toHistory, wholePlace, withdrawUntil } from './report-view.ts'
import { awaitsRuling } from './ruling.ts'

/** A report with everything that this reader may see, and nothing else. */
export const getReport = async (ctx: Ctx, { id }: { id: string }): Promise<Report> => {
  const { report, joined } = (await findReport(ctx.db, id, ctx.me.id)) ?? refuse('not-found')
  const subject = { ...report, joined }
  demand(reportPolicy, ctx.me, 'see', subject)
  const mine = report.reporterId === ctx.me.id
  const staff = can(reportPolicy, ctx.me, 'seeStaffNotes', subject)
  const [names, rows, looks, actions, unknown, recurrence] = await Promise.all([
    getNames(ctx.db, report, ctx.now),
    listHistory(ctx.db, id),
    listReportLooks(ctx.db, id),
    actionsNow(ctx, report, subject),
    hasUnknownDays(ctx, report),
    staff ? recurrenceOf(ctx, report) : { recurs: null, recurred: null },
  ])
  const residentWords = mine || staff
  const history = toHistory(ctx, rows, { staffNotes: staff, residentWords })
  return {
    id,
    number: report.number,
    kind: report.kind,
    urgency: report.urgency,
    urgencyRule: report.urgencyRule,
    state: report.state,
    level: report.level,
    words: residentWords ? report.words : null,
    place: residentWords ? wholePlace(report) : report.place,
    gridName: names.grid,
    point: residentWords && report.spotGcj02 ? { lng: report.spotGcj02.x, lat: report.spotGcj02.y } : null,
    at: report.createdAt.toISOString(),
    ...deadlinesOf(ctx, report),
    daysUnknown: unknown,
    ruling: awaitsRuling(report) ? report.level : null,
    asksStill: mine && report.state === 'closed' && report.askedAt !== null && canReopen(report, ctx.now),
    ...recurrence,
    owner: { id: report.ownerId, title: names.ownerTitle ?? '网格员', name: names.owner },
    unitName: names.unit,
    reporter: mine ? '我' : staff ? maskName(names.reporter) : '居民',
    mine,
    joiners: report.joiners,
    before: history.filter(step => step.event === 'file').flatMap(step => step.photos),
    after: history
      .filter(step => step.event === 'resolve')
      .slice(-1)
      .flatMap(step => step.photos),
    history,
    looks: mine || staff ? looks.map(look => ({ ...look, at: look.at.toISOString() })) : [],
    can: actions,
    withdrawUntil: mine ? (withdrawUntil(report)?.toISOString() ?? null) : null,
  }
}

const deadlinesOf = (ctx: Ctx, report: ReportRow) => ({
  dueAt: report.dueAt?.toISOString() ?? null,
  resolveBy: report.resolveBy.toISOString(),
  late: isLate(report, ctx.now),
  superviseBy: report.superviseBy?.toISOString() ?? null,
  superviseLevel: report.superviseLevel,
  superviseMissed: report.superviseMissed,
})

/** A visit can only be recorded where one was drawn; whoever has to make it may telephone. */
const actionsNow = async (ctx: Ctx, report: ReportRow, subject: ReportSubject) => {
  const actions = actionsOf(ctx, report, subject)
  if (!actions.includes('visit')) return actions
  const rest = actions.filter(it => it !== 'visit' && it !== 'reveal')
  if (await mayVisit(ctx, report, subject)) return [...rest, 'visit' as const, 'reveal' as const]
  return actions.filter(it => it !== 'visit')
}

/** Only a running matter shows deadlines; the ground is asked only when one lies beyond the published years. */
const hasUnknownDays = async (ctx: Ctx, report: ReportRow): Promise<boolean> => {
  const { dueAt, dueFor, resolveBy, superviseBy, urgency } = report
  if (!dueAt || !dueFor || [dueAt, resolveBy, superviseBy].every(at => !at || isPublished(yearOf(at)))) return false
  const ground = await findGround(ctx.db, report.gridId, ctx.now)
  if (!ground) return false
  const shown = [
    { at: dueAt, stage: dueFor },
    { at: resolveBy, stage: 'resolve' as const },
    { at: superviseBy, stage: 'supervise' as const },
  ]
  return daysUnknown(shown, termsFor(ground.deadlines, urgency), ground)
}

const recurrenceOf = async (ctx: Ctx, { recursId, recurredId }: ReportRow) => {
  const ids = [recursId, recurredId].filter(it => it !== null)
  const found = ids.length > 0 ? await listNumbers(ctx.db, ids) : []
  const one = (id: string | null) => found.find(it => it.id === id) ?? null
  return { recurs: one(recursId), recurred: one(recurredId) }
}
