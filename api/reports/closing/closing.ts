import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { holdersAt } from '@huiyin/api/grids/holders.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { visitToo } from '@huiyin/db/reports/extra-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import type { Patch } from '@huiyin/db/reports/write-queries.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import type { Matter } from '../move-report.ts'
import { tell } from '../notices.ts'

const day = 86_400_000

/** 销号: no deadline any more, but the first question is set, where there is somebody to ask. */
export const closing = (now: Date, { source }: Pick<ReportRow, 'source'>) =>
  ({
    dueAt: null,
    dueFor: null,
    closedAt: now,
    askAt: source === 'patrol' ? null : daysAfter(now, reportLimits.askDays[0]),
    askedAt: null,
  }) satisfies Patch

/** Whether the township visits back is drawn with the closing itself: by the rating, or by a lot that anybody can repeat. */
export const visitDrawn = (
  { report, ground }: Pick<Matter, 'report' | 'ground'>,
  { poor, eventId, now }: { poor: boolean; eventId: string; now: Date },
) => {
  const dueAt = daysAfter(now, reportLimits.visitDays)
  const notices = tell(visitors(ground), 'task-visit', { ...report, level: 'township', dueAt })
  return visitToo({ lot: lotOf(report.id), poor, dueAt, notices, eventId, now })
}

/** Those who visit back for the township. */
export const visitors = (ground: Ground) => holdersAt(ground, 'township').map(it => it.personId)

/** 0–99 by the id alone. */
const lotOf = (id: string) => Number.parseInt(uuidOf(`visit ${id}`).slice(0, 8), 16) % 100

export const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * day)
