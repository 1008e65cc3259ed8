import { type Level, ladder } from '@huiyin/shared/grids/area.ts'
import { doneStates, waitingStates, workingStates } from '@huiyin/shared/reports/report-states.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { anyOf, moment } from '../core/values.ts'
import { type CardRow, card, type Desk, type DeskRole, deskColumns, isOpen } from './list-queries.ts'

/** Where what a post may accept has to stand. */
const levelOf: Record<Exclude<DeskRole, 'partner' | 'chief'>, Level> = {
  worker: 'grid',
  lead: 'community',
  officer: 'township',
  supervisor: 'district',
}

/**
 * What she answers for or has in hand, and what waits for whoever takes it: at her level, or above since nobody took it there in time. Of a unit
 * what it was sent for.
 */
const isToDo = ({ role }: Desk, personId: string): SQL => {
  if (role === 'chief') return sql`false`
  if (role === 'partner') return sql`reports.state = 'dispatched'`
  const own = levelOf[role]
  const above = ladder.slice(ladder.indexOf(own))
  return sql`(reports.owner_id = ${personId}::uuid and reports.state in ${anyOf([...waitingStates, ...workingStates])}
    or reports.hand_id = ${personId}::uuid and reports.state in ${anyOf(workingStates)}
    or reports.level = ${own} and reports.state in ${anyOf(waitingStates)}
    or reports.state = 'filed' and reports.level in ${anyOf(above)})`
}

const isAwaited = (personId: string): SQL =>
  sql`(reports.owner_id = ${personId}::uuid or reports.hand_id = ${personId}::uuid) and reports.state = 'resolved'`

const findFirst = async (db: Db, desk: Desk, which: SQL, now: Date): Promise<CardRow | undefined> => {
  const [row] = await jsonRowsOf<CardRow>(
    db,
    sql`select ${card(now, sql`true`)} from reports left join photos on photos.id = reports.cover_id
    where ${deskColumns[desk.role]} = ${desk.id} and ${isOpen} and ${which} order by reports.due_at, reports.id limit 1`,
  )
  return row
}

/** What on this desk she has to do and is due first. */
export const findNextTask = (db: Db, desk: Desk, personId: string, now: Date): Promise<CardRow | undefined> =>
  findFirst(db, desk, isToDo(desk, personId), now)

/** What she has mended on this desk and its resident has to confirm first. */
export const findNextAwaited = (db: Db, desk: Desk, personId: string, now: Date): Promise<CardRow | undefined> =>
  findFirst(db, desk, isAwaited(personId), now)

/** How many matters a person has resolved since this moment, that nobody has opened again. */
export const countResolvedSince = async (db: Db, personId: string, since: Date): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(distinct r.id)::int as n from report_steps s join reports r on r.id = s.report_id
    where s.actor_id = ${personId}::uuid and s.event = 'resolve' and s.at >= ${moment(since)} and r.state in ${anyOf(doneStates)}`,
  )
  return row?.n ?? 0
}
