import type { CardRow } from '@huiyin/db/reports/list-queries.ts'
import type { HistoryRow, ReportRow } from '@huiyin/db/reports/queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import type { HistoryStep } from '@huiyin/shared/reports/report.ts'
import type { ReportCard } from '@huiyin/shared/reports/report-card.ts'
import { reportMoves } from '@huiyin/shared/reports/report-moves.ts'
import { type ReportAction, type ReportSubject, reportPolicy } from '@huiyin/shared/reports/report-policy.ts'
import type { Ctx } from '../core/context.ts'
import { thumbLink, toPhoto } from '../photos/photo-links.ts'
import { mostReturns } from './ruling.ts'
import { withdrawMinutes } from './withdraw-report.ts'

/** 柳塘村 1号楼（三单元楼道）: for staff and the reporter. What she typed is not told to neighbours, nor sent in alerts. */
export const wholePlace = ({ place, placeWords }: Pick<ReportRow, 'place' | 'placeWords'>): string =>
  placeWords ? `${place}（${placeWords}）` : place

/** One line of a list. */
export const toCard = (ctx: Ctx, { coverId, ...card }: CardRow): ReportCard => ({
  ...card,
  coverUrl: coverId && thumbLink(ctx, coverId),
})

/** The history as this reader may see it: no staff notes for residents, no resident's words for a neighbour. */
export const toHistory = (
  ctx: Ctx,
  rows: readonly HistoryRow[],
  sees: { staffNotes: boolean; residentWords: boolean },
): HistoryStep[] =>
  withRulings(rows)
    .filter(row => !row.staffOnly || sees.staffNotes)
    .map(row => {
      const hidden = hersAlone(row) && !sees.residentWords
      return {
        seq: row.seq,
        event: row.event,
        state: row.state,
        level: row.level,
        by: row.actor,
        at: row.at.toISOString(),
        words: hidden ? null : row.words,
        staffOnly: row.staffOnly,
        ruling: row.ruling,
        result: row.result,
        photos: hidden ? [] : row.photos.map(photo => toPhoto(ctx, photo)),
      }
    })

/** What she wrote, or told a visitor: not for the neighbours who follow. */
const hersAlone = ({ actor, event }: HistoryRow) => actor === '居民' || event === 'visit' || event === 'reopen'

/** The last possible return, and the acceptance or assignment that decides after it. */
const withRulings = (rows: readonly HistoryRow[]): (HistoryRow & { ruling: boolean })[] => {
  let returns = 0
  let awaited = false
  return rows.map(row => {
    if (row.event === 'return') returns++
    const last = row.event === 'return' && returns >= mostReturns
    const decides = awaited && (row.event === 'accept' || row.event === 'assign')
    awaited = last || (awaited && row.state === 'returned')
    return { ...row, ruling: last || decides }
  })
}

/** Until when the reporter may take it back; null when that is over. */
export const withdrawUntil = (report: ReportRow): Date | null =>
  report.state === 'filed' ? new Date(report.createdAt.getTime() + withdrawMinutes * 60_000) : null

/** The actions that this reader could do now: allowed by the policy and possible in this state. */
export const actionsOf = (ctx: Ctx, report: ReportRow, subject: ReportSubject): ReportAction[] => {
  const actions = Object.keys(reportPolicy.may) as ReportAction[]
  return actions.filter(action => {
    if (!can(reportPolicy, ctx.me, action, subject)) return false
    if (action === 'see' || action === 'seeStaffNotes' || action === 'reveal') return true
    if (action === 'return' && (report.returns >= mostReturns || report.level === 'district')) return false
    if (action === 'still' && !report.askedAt) return false
    if (action === 'withdraw' && (withdrawUntil(report) ?? ctx.now) <= ctx.now) return false
    return next(reportMoves, report.state, action) !== undefined
  })
}
