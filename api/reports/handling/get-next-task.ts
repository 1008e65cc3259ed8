import type { Ctx } from '@huiyin/api/core/context.ts'
import type { CardRow, Desk } from '@huiyin/db/reports/list-queries.ts'
import * as queries from '@huiyin/db/reports/next-queries.ts'
import { listOpenVisits } from '@huiyin/db/reports/visit-queries.ts'
import { midnightBefore } from '@huiyin/shared/core/working-time.ts'
import { offered } from '@huiyin/shared/matters/offered.ts'
import type { NextTask, Visit } from '@huiyin/shared/reports/report-card.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { takeUp } from '../move-report.ts'
import { toCard, toVisit } from '../report-view.ts'
import { desksOf } from './desk.ts'

/** Whoever has several posts is shown the one matter that is due first of all. */
export const getNextTask = async (ctx: Ctx): Promise<NextTask> => {
  const { db, me, now } = ctx
  const desks = desksOf(me)
  const [row, doneToday, visit] = await Promise.all([
    firstOf(desks, desk => queries.findNextTask(db, desk, me.id, now)),
    queries.countResolvedSince(db, me.id, midnightBefore(now)),
    firstVisitOf(ctx),
  ])
  if (row) return { task: await taskOf(ctx, row), waits: null, doneToday, visit }
  const waits = await firstOf(desks, desk => queries.findNextAwaited(db, desk, me.id, now))
  return { task: null, waits: waits ? toCard(ctx, waits) : null, doneToday, visit }
}

const taskOf = async (ctx: Ctx, row: CardRow) => {
  const { it } = await takeUp(ctx, row.id)
  return { card: toCard(ctx, row), can: offered(reportLife, ctx.me, it, ctx.now) }
}

/** Visits are the officers': of the townships in which she is one. */
const firstVisitOf = async (ctx: Ctx): Promise<Visit | null> => {
  const townships = ctx.me.posts.filter(it => it.role === 'officer').map(it => it.areaId)
  const rows = (await Promise.all(townships.map(it => listOpenVisits(ctx.db, it, 1, undefined)))).flat()
  const [first] = rows.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
  return first ? toVisit(ctx, first) : null
}

const firstOf = async (desks: readonly Desk[], find: (desk: Desk) => Promise<CardRow | undefined>) => {
  const found = (await Promise.all(desks.map(find))).filter(it => it !== undefined)
  return found.sort((one, other) => (one.dueAt ?? '').localeCompare(other.dueAt ?? ''))[0]
}
