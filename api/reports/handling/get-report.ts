import type { Ctx } from '@huiyin/api/core/context.ts'
import { isPublished } from '@huiyin/api/grids/calendar.ts'
import { findAreaPhone } from '@huiyin/db/alerts/phone-queries.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { getNames, listHistory, listReportAccesses, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { listNumbers } from '@huiyin/db/reports/recurrence-queries.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import { demandAct, mayEver, offered } from '@huiyin/shared/matters/offered.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import type { Report } from '@huiyin/shared/reports/report.ts'
import { isLate, termsFor } from '@huiyin/shared/reports/report-clock.ts'
import { awaitsRuling, reportLife, withdrawUntil } from '@huiyin/shared/reports/report-life.ts'
import { withoutWords } from '@huiyin/shared/reports/triage.ts'
import { daysUnknown, yearOf } from '../days-unknown.ts'
import { takeUp } from '../move-report.ts'
import { toHistory, wholePlace } from '../report-view.ts'
import { whoWords } from '../words.ts'

/** A report with everything that this reader may see, and nothing else. */
export const getReport = async (ctx: Ctx, { id }: { id: string }): Promise<Report> => {
  const { report, it } = await takeUp(ctx, id)
  demandAct(reportLife, ctx.me, 'see', it, ctx.now)
  const actions = offered(reportLife, ctx.me, it, ctx.now)
  const mine = [report.reporterId, report.forId].includes(ctx.me.id)
  const staff = mayEver(reportLife, ctx.me, 'seeStaffNotes', it)
  const [names, rows, accesses, unknown, callPhone, recurrence] = await Promise.all([
    getNames(ctx.db, report, ctx.now),
    listHistory(ctx.db, id),
    listReportAccesses(ctx.db, id),
    hasUnknownDays(ctx, report),
    mine || !staff ? findAreaPhone(ctx.db, report.gridId) : undefined,
    staff ? recurrenceOf(ctx, report) : { recurs: null, recurred: null },
  ])
  const residentWords = mine || staff
  const history = toHistory(ctx, rows, { staffNotes: staff, residentWords })
  return {
    id,
    ...factsOf(report, residentWords),
    ...saidIn(report, residentWords),
    gridName: names.grid,
    ...deadlinesOf(ctx, report),
    daysUnknown: unknown,
    ruling: awaitsRuling(report) ? report.level : null,
    asksStill: actions.includes('still'),
    ...recurrence,
    ...inCharge(report, names),
    callPhone: callPhone ?? null,
    source: report.source,
    reporter: report.reporterId === ctx.me.id ? whoWords.self : staff ? maskName(names.reporter) : actors.resident,
    mine,
    ...sidesOf(history),
    history,
    looks: mine || staff ? accesses.map(access => ({ ...access, at: access.at.toISOString() })) : [],
    can: actions,
    withdrawUntil: mine ? (withdrawUntil(report)?.toISOString() ?? null) : null,
  }
}

/** What she said, and where exactly: not for the neighbours who follow. */
const saidIn = (report: ReportRow, whole: boolean): Pick<Report, 'words' | 'place' | 'point'> => ({
  words: whole ? report.words : null,
  place: whole ? wholePlace(report) : report.place,
  point: whole && report.spotGcj02 ? { lng: report.spotGcj02.x, lat: report.spotGcj02.y } : null,
})

/** Who answers for it, who does the work where that is somebody else, and which unit was sent. */
const inCharge = ({ ownerId, handId }: ReportRow, names: Awaited<ReturnType<typeof getNames>>) => ({
  owner: { id: ownerId, title: names.ownerTitle ?? whoWords.worker, name: names.owner },
  hand:
    handId && handId !== ownerId
      ? { id: handId, title: names.handTitle ?? whoWords.worker, name: names.hand ?? '' }
      : null,
  unitName: names.unit,
})

const factsOf = (
  { number, kind, urgency, urgencyRule, state, level, joiners, createdAt }: ReportRow,
  readsWords: boolean,
) => ({
  ...{ number, kind, urgency, state, level, joiners },
  urgencyRule: readsWords ? urgencyRule : withoutWords(urgencyRule),
  at: createdAt.toISOString(),
})

/** Before: as it was filed. After: as it was mended last. */
const sidesOf = (history: Report['history']): Pick<Report, 'before' | 'after'> => ({
  before: history.filter(step => step.event === 'file').flatMap(step => step.photos),
  after: history
    .filter(step => step.event === 'resolve')
    .slice(-1)
    .flatMap(step => step.photos),
})

const deadlinesOf = (ctx: Ctx, report: ReportRow) => ({
  dueAt: report.dueAt?.toISOString() ?? null,
  resolveBy: report.resolveBy.toISOString(),
  late: isLate(report, ctx.now),
  superviseBy: report.superviseBy?.toISOString() ?? null,
  superviseLevel: report.superviseLevel,
  superviseMissed: report.superviseMissed,
})

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
