import type { Outside } from '@huiyin/api/core/outside.ts'
import { listReportsById } from '@huiyin/db/reports/due-queries.ts'
import { type LostPhotos, listLostPhotos, tellOfLostPhotos } from '@huiyin/db/reports/lost-photo-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { daysAfter } from '../closing/closing.ts'
import { tell } from '../notices.ts'

/**
 * Photos of open matters that will not come any more: whoever took them can send others, and whoever has the matter can ask. Told once
 * for all that were given up together.
 */
export const tellLostPhotos = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> => {
  const lost = await listLostPhotos(db, daysAfter(now(), -photoLimits.awaitedDays), 100)
  if (lost.length === 0) return
  const reports = new Map(
    (
      await listReportsById(
        db,
        lost.map(it => it.reportId),
      )
    ).map(it => [it.id, it]),
  )
  for (const it of lost) {
    const report = reports.get(it.reportId)
    if (report) await tellOfLostPhotos(db, it, noticesFor(report, it), now())
  }
}

const noticesFor = (report: ReportRow, { takenBy }: LostPhotos) => {
  const { ownerId, reporterId } = report
  if (takenBy !== reporterId) return tell([takenBy], 'task-own-photos-lost', report)
  return [
    ...tell([reporterId], 'report-photos-lost', report),
    ...tell(
      [ownerId].filter(id => id !== reporterId),
      'task-photos-lost',
      report,
    ),
  ]
}
