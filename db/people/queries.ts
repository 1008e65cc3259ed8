import type { Me, Post } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Access, Posting } from '@huiyin/shared/people/person.ts'
import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { heldAt, moment } from '../core/values.ts'
import { areas } from '../grids/tables.ts'
import { accessLog, people, postings, sessions } from './tables.ts'

/** Who a session token belongs to, with all present duties; undefined when it is unknown or has run out. */
export const findMe = async (db: Db, tokenHash: string, now: Date): Promise<Me | undefined> => {
  const [row] = await rowsOf<{ id: string; posts: Post[] | null }>(
    db,
    sql`
    select s.person_id as id,
      (select json_agg(json_build_object('role', p.role, 'areaId', p.area_id, 'areaPath', a.path, 'unitId', p.unit_id) order by p.rank, p.id)
        from postings p join areas a on a.id = p.area_id
        where p.person_id = s.person_id and ${heldAt(now)}) as posts
    from sessions s where s.token_hash = ${tokenHash} and s.expires_at > ${moment(now)}`,
  )
  return row && { id: row.id, posts: row.posts ?? [] }
}

/** The person behind an openid, made on the first visit. */
export const getPersonByOpenid = async (db: Db, openid: string, now: Date): Promise<string> => {
  const [row] = await db
    .insert(people)
    .values({ openid, createdAt: now })
    .onConflictDoUpdate({ target: people.openid, set: { openid } })
    .returning({ id: people.id })
  return row?.id ?? refuse('bug')
}

export const insertSession = async (db: Db, row: typeof sessions.$inferInsert): Promise<void> => {
  await db.insert(sessions).values(row)
}

export const endSession = async (db: Db, tokenHash: string): Promise<void> => {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

export type PersonRow = typeof people.$inferSelect & { posts: Posting[] }

/** A person with present duties. */
export const getPerson = async (db: Db, id: string, now: Date): Promise<PersonRow> => {
  const [person] = await db.select().from(people).where(eq(people.id, id))
  if (!person) return refuse('not-found')
  const posts = await db
    .select({
      role: postings.role,
      title: postings.title,
      areaId: postings.areaId,
      areaName: areas.name,
      areaPath: areas.path,
      unitId: postings.unitId,
    })
    .from(postings)
    .innerJoin(areas, eq(areas.id, postings.areaId))
    .where(and(eq(postings.personId, id), heldAt(now)))
    .orderBy(asc(postings.rank), asc(postings.id))
  return { ...person, posts }
}

export const setHome = async (db: Db, id: string, homeId: string): Promise<void> => {
  await db.update(people).set({ homeId }).where(eq(people.id, id))
}

/** When somebody agreed to staff messages; null when no longer. */
export const markEmployee = async (db: Db, id: string, employeeAt: Date | null): Promise<void> => {
  await db.update(people).set({ employeeAt }).where(eq(people.id, id))
}

/** Under which name WeCom or the service account knows somebody. False when that name is another's. */
export const setContact = async (
  db: Db,
  id: string,
  way: 'wecom' | 'service',
  name: string | null,
): Promise<boolean> => {
  const column = way === 'wecom' ? people.wecomUserid : people.serviceOpenid
  const rows = await db
    .update(people)
    .set(way === 'wecom' ? { wecomUserid: name } : { serviceOpenid: name })
    .where(
      and(
        eq(people.id, id),
        sql`not exists (select from people o where o.id <> ${id}::uuid and o.${sql.identifier(column.name)} = ${name})`,
      ),
    )
    .returning({ id: people.id })
  return rows.length > 0
}

type PhoneColumns = { phoneCipher: string; phoneIndex: string; phoneMask: string }

/** Binds a phone; a number that another account held moves to this one. */
export const setPhone = async (db: Db, id: string, phone: PhoneColumns): Promise<void> => {
  await db.transaction(async tx => {
    await tx
      .update(people)
      .set({ phoneCipher: null, phoneIndex: null, phoneMask: null })
      .where(eq(people.phoneIndex, phone.phoneIndex))
    await tx.update(people).set(phone).where(eq(people.id, id))
  })
}

/** Whose phone this is, by its keyed index. */
export const findPersonByPhone = async (db: Db, phoneIndex: string): Promise<string | undefined> => {
  const [row] = await db.select({ id: people.id }).from(people).where(eq(people.phoneIndex, phoneIndex))
  return row?.id
}

/** Logs a look. False when this id is taken (a repeated tap, or somebody else's id). */
export const insertAccess = async (db: Db, row: typeof accessLog.$inferInsert): Promise<boolean> => {
  const rows = await db.insert(accessLog).values(row).onConflictDoNothing().returning({ id: accessLog.id })
  return rows.length > 0
}

export const findAccess = async (db: Db, id: string) => {
  const [row] = await db.select().from(accessLog).where(eq(accessLog.id, id))
  return row
}

/** Looks at somebody's phone in the last two years, newest first, 100 at most. */
export const listAccesses = async (db: Db, subjectId: string, since: Date): Promise<Access[]> => {
  const rows = await db
    .select()
    .from(accessLog)
    .where(and(eq(accessLog.subjectId, subjectId), gt(accessLog.at, since)))
    .orderBy(desc(accessLog.at))
    .limit(100)
  return rows.map(({ what, viewer, reason, at, matterId }) => ({
    what,
    by: viewer,
    reason,
    at: at.toISOString(),
    matterId,
  }))
}

/** By person. */
export const listOpenids = async (db: Db, personIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db
    .select({ id: people.id, openid: people.openid })
    .from(people)
    .where(inArray(people.id, [...personIds]))
  return new Map(rows.flatMap(({ id, openid }) => (openid ? [[id, openid]] : [])))
}

/** The person behind an openid who has been here before. */
export const findPersonByOpenid = async (db: Db, openid: string): Promise<{ id: string; name: string } | undefined> => {
  const [row] = await db.select({ id: people.id, name: people.name }).from(people).where(eq(people.openid, openid))
  return row
}

export type Newcomer = { openid: string | null; name: string; phone: string | null; createdAt: Date }

/** Those who came last, newest first, 20 at most. Reads everybody: for the operator's command line only. */
export const listNewcomers = (db: Db): Promise<Newcomer[]> =>
  db
    .select({ openid: people.openid, name: people.name, phone: people.phoneMask, createdAt: people.createdAt })
    .from(people)
    .orderBy(desc(people.createdAt))
    .limit(20)

type NewPosting = Omit<typeof postings.$inferInsert, 'rank'>

/** Gives a duty, behind those who hold it there already, and the name under which residents meet its holder. */
export const insertPosting = async (db: Db, name: string, row: NewPosting): Promise<void> => {
  const rank = sql<number>`(select coalesce(max(rank) + 1, 0) from postings
    where area_id = ${row.areaId} and role = ${row.role} and until_at is null)`
  await db.transaction(async tx => {
    await tx.update(people).set({ name }).where(eq(people.id, row.personId))
    await tx.insert(postings).values({ ...row, rank })
  })
}

/** Ends all duties of a person in one area; answers how many there were. */
export const endPostings = async (db: Db, personId: string, areaId: string, now: Date): Promise<number> => {
  const rows = await db
    .update(postings)
    .set({ untilAt: now })
    .where(and(eq(postings.personId, personId), eq(postings.areaId, areaId), isNull(postings.untilAt)))
    .returning({ id: postings.id })
  return rows.length
}
