import { findReport, getNames, listHistory, listReportLooks } from '@huiyin/db/reports/queries.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import type { Report } from '@huiyin/shared/reports/report.ts'
import { isLate } from '@huiyin/shared/reports/report-clock.ts'
import { reportPolicy } from '@huiyin/shared/reports/report-policy.ts'
import { type Ctx, demand } from '../core/context.ts'
import { actionsOf, toHistory, wholePlace, withdrawUntil } from './report-view.ts'

/** A report with everything that this reader may see, and nothing else. */
export const getReport = async (ctx: Ctx, { id }: { id: string }): Promise<Report> => {
  const { report, joined } = (await findReport(ctx.db, id, ctx.me.id)) ?? refuse('not-found')
  const subject = { ...report, joined }
  demand(reportPolicy, ctx.me, 'see', subject)
  const [names, rows, looks] = await Promise.all([
    getNames(ctx.db, report, ctx.now),
    listHistory(ctx.db, id),
    listReportLooks(ctx.db, id),
  ])
  const mine = report.reporterId === ctx.me.id
  const staff = can(reportPolicy, ctx.me, 'seeStaffNotes', subject)
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
    dueAt: report.dueAt?.toISOString() ?? null,
    resolveBy: report.resolveBy.toISOString(),
    late: isLate(report, ctx.now),
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
    can: actionsOf(ctx, report, subject),
    withdrawUntil: mine ? (withdrawUntil(report)?.toISOString() ?? null) : null,
  }
}
