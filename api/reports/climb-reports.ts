import { createHash } from 'node:crypto'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import { findReport, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { listOverdue, moveReport, type NewStep, type Patch } from '@huiyin/db/reports/write-queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { levelAbove } from '@huiyin/shared/grids/area.ts'
import { climbedClock } from '@huiyin/shared/reports/report-clock.ts'
import { reportMoves } from '@huiyin/shared/reports/report-moves.ts'
import type { Outside } from '../core/outside.ts'
import { findOwner } from '../grids/holders.ts'
import { situationOf } from './move-report.ts'
import { followers, tell } from './news.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const batch = 100

/**
 * The clock's own verb: every report whose deadline has passed climbs one level and both levels are told; a resolved one
 * that nobody answered closes. Safe to run twice at once: a step holds only if the report still stands where it stood.
 * Answers how many moved.
 */
export const climbReports = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<number> => {
  const at = now()
  const overdue = await listOverdue(db, at, batch)
  let moved = 0
  for (const { id } of overdue) {
    const found = await findReport(db, id, nobody)
    const ground = found && (await findGround(db, found.report.gridId, at))
    if (!found || !ground || !found.report.dueAt || found.report.dueAt > at) continue
    const { event, patch, news } = planFor(found.report, ground, at)
    const state = next(reportMoves, found.report.state, event)
    if (state && (await moveReport(db, found.report, { state, ...patch }, stepBy(found.report, event), news, at)))
      moved++
  }
  return moved
}

type ClockPlan = { event: 'climb' | 'lapse'; patch: Patch; news: NewAlert[] }

const planFor = (report: ReportRow, ground: Ground, now: Date): ClockPlan => {
  if (report.state === 'resolved')
    return { event: 'lapse', patch: { dueAt: null, dueFor: null }, news: tell(followers, 'report-closed', report) }
  const up = report.level === 'district' ? undefined : findOwner(ground, levelAbove(report.level))
  const owner = up?.owner.personId ?? report.ownerId
  const level = up?.level ?? report.level
  const clock = climbedClock(situationOf(now, report, ground))
  const after = { ...report, level, ...clock }
  return {
    event: 'climb',
    patch: { level, ownerId: owner, ...clock },
    news: [
      ...tell([owner], 'task-climbed', after),
      ...tell(
        [report.ownerId].filter(id => id !== owner),
        'task-overdue',
        after,
      ),
      ...(up ? tell(followers, 'report-climbed', after) : []),
    ],
  }
}

/** The same report at the same step gives the same id: two workers cannot write it twice. */
const stepBy = (report: ReportRow, event: 'climb' | 'lapse'): NewStep => ({
  id: uuidOf(`${event} ${report.id} ${report.seq + 1}`),
  event,
  actorId: null,
  actor: '系统',
  words: null,
  staffOnly: false,
  inputHash: '',
  photoIds: [],
  checkWords: false,
})

/** A version 8 UUID (RFC 9562: own content) from a text. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
