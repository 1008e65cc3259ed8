import type { CardRow } from '@huiyin/db/reports/list-queries.ts'
import type { HistoryRow, ReportRow } from '@huiyin/db/reports/queries.ts'
import type { VisitRow } from '@huiyin/db/reports/visit-queries.ts'
import { isResident } from '@huiyin/shared/matters/actors.ts'
import type { HistoryStep } from '@huiyin/shared/reports/report.ts'
import type { ReportCard, Visit } from '@huiyin/shared/reports/report-card.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { isWork } from '@huiyin/shared/reports/report-states.ts'
import type { Ctx } from '../core/context.ts'
import { thumbLink, toPhoto } from '../photos/photo-links.ts'

/** 柳塘村 1号楼（三单元楼道）: for staff and the reporter. What she typed is not told to neighbours, nor sent in alerts. */
export const wholePlace = ({ place, placeWords }: Pick<ReportRow, 'place' | 'placeWords'>): string =>
  placeWords ? `${place}（${placeWords}）` : place

/** One line of a list. */
export const toCard = (ctx: Ctx, { coverId, ...card }: CardRow): ReportCard => ({
  ...card,
  coverUrl: coverId && thumbLink(ctx, coverId),
})

export const toVisit = ({ now }: Ctx, row: VisitRow): Visit => ({
  id: row.id,
  reportId: row.reportId,
  number: row.number,
  kind: row.kind,
  place: wholePlace(row),
  closedAt: row.closedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  late: row.dueAt < now,
})

/** The history as this reader may see it: no staff notes for residents, no other resident's words for a neighbour. */
export const toHistory = (
  ctx: Ctx,
  rows: readonly HistoryRow[],
  sees: { staffNotes: boolean; residentWords: boolean },
): HistoryStep[] =>
  withRulings(rows)
    .filter(row => !row.staffOnly || sees.staffNotes)
    .map(row => {
      const hidden = reportersAlone(row) && !sees.residentWords && row.actorId !== ctx.me.id
      return {
        seq: row.seq,
        event: row.event,
        state: row.state,
        level: row.level,
        by: row.actor,
        forWhom: forWhom(row),
        at: row.at.toISOString(),
        words: hidden ? null : row.words,
        staffOnly: row.staffOnly,
        ruling: row.ruling,
        result: row.result,
        unseen: row.unseen,
        photos: hidden ? [] : row.photos.map(photo => toPhoto(ctx, photo)),
      }
    })

/** Work done by somebody else than whoever answers for it. */
const forWhom = ({ event, actorId, ownerId, owner }: HistoryRow) =>
  isWork(event) && actorId !== ownerId ? owner : null

/** What she wrote, or told a visitor: not for the neighbours who follow. */
const reportersAlone = ({ actor, event }: HistoryRow) =>
  isResident(actor) || event === 'file' || event === 'visit' || event === 'reopen'

/** The last possible return, and the acceptance or assignment that decides after it. */
const withRulings = (rows: readonly HistoryRow[]): (HistoryRow & { ruling: boolean })[] => {
  let returns = 0
  let awaited = false
  return rows.map(row => {
    if (row.event === 'return') returns++
    const last = row.event === 'return' && returns >= reportLimits.returns
    const decides = awaited && (row.event === 'accept' || row.event === 'assign')
    awaited = last || (awaited && row.state === 'returned')
    return { ...row, ruling: last || decides }
  })
}
