import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, json, moment, uuids } from '../core/values.ts'
import { photoKeys, photos } from './tables.ts'

export type PhotoRow = typeof photos.$inferSelect

export const findPhoto = async (db: Db, id: string): Promise<PhotoRow | undefined> => {
  const [row] = await db.select().from(photos).where(eq(photos.id, id))
  return row
}

/** What a person may send in a day: how often, and how many. */
export type DayLimit = { tries: number; kept: number }

/**
 * Counts one more try of hers today: false when there were as many already. The row stays locked until the transaction ends, so that
 * what is counted behind it is counted by one at a time.
 */
const takeTry = async (tx: Db, ownerId: string, day: string, most: number): Promise<boolean> => {
  const rows = await rowsOf(
    tx,
    sql`insert into upload_tallies (owner_id, day, tries) values (${ownerId}::uuid, ${day}::date, 1)
      on conflict (owner_id, day) do update set tries = upload_tallies.tries + 1 where upload_tallies.tries < ${most}::int returning tries`,
  )
  return rows.length > 0
}

/** Counts one try of the day, and then does `reserve`: whether it answers a row. Both or neither. */
export const afterTry = (
  db: Db,
  { ownerId, day, most }: { ownerId: string; day: string; most: number },
  reserve: SQL,
): Promise<boolean> =>
  db.transaction(async tx => (await takeTry(tx, ownerId, day, most)) && (await rowsOf(tx, reserve)).length > 0)

/**
 * Names a photo whose bytes are here, unless the id exists, as long as its owner has not sent too many: false then. No
 * `on conflict (id)`: of two at the same moment the second would find the first by the primary key, and fail by the unique index over
 * id and owner.
 */
export const reservePhoto = (
  db: Db,
  { id, ownerId, day, since }: { id: string; ownerId: string; day: string; since: Date },
  most: DayLimit,
  now: Date,
): Promise<boolean> =>
  afterTry(
    db,
    { ownerId, day, most: most.tries },
    sql`
      with known as (select from photos where id = ${id}::uuid),
      sent as (select count(*) as n from photos where owner_id = ${ownerId}::uuid and created_at > ${moment(since)} and lost is null),
      named as (
        insert into photos (id, owner_id, state, created_at)
        select ${id}::uuid, ${ownerId}::uuid, 'awaited', ${moment(now)} from sent where n < ${most.kept}::int and not exists (select from known)
        on conflict do nothing
      )
      select from sent where n < ${most.kept}::int or exists (select from known)`,
  )

/** Notes a key before bytes are kept under it, until a row takes it over (see `takenOver`). */
export const insertKey = async (db: Db, key: string, now: Date): Promise<void> => {
  await db.insert(photoKeys).values({ key, at: now })
}

/** SQL that takes keys over inside the statement that writes their rows; `done` is the CTE that must have a row. */
export const takenOver = (keys: readonly string[], done: SQL): SQL => sql`
  delete from photo_keys where key in (select jsonb_array_elements_text(${json(keys)})) and exists (select from ${done})`

/** Keys that nobody has taken over since then. */
export const listForgottenKeys = (db: Db, before: Date, limit: number): Promise<{ key: string }[]> =>
  rowsOf(db, sql`select key from photo_keys where at < ${moment(before)} order by at ${atMost(limit)}`)

export const deleteKey = async (db: Db, key: string): Promise<void> => {
  await db.delete(photoKeys).where(eq(photoKeys.key, key))
}

/** SQL that names the photos of a change inside the change's own statement; `done` is the CTE that must have a row. */
export const awaitedPhotos = (ids: readonly string[], ownerId: string, now: Date, done: SQL): SQL => sql`
  insert into photos (id, owner_id, state, created_at)
  select p.id, ${ownerId}::uuid, 'awaited', ${moment(now)} from ${uuids(ids)} as p(id) where exists (select from ${done})
  on conflict do nothing`

/** What is known of bytes that have been kept. */
export type Kept = {
  storageKey: string
  sourceHash: string
  fullHash: string
  thumbHash: string
  width: number
  height: number
  bytes: number
}

/** The bytes are kept: true when this call made the step from awaited to stored. A key given up meanwhile makes none. */
export const markStored = async (db: Db, id: string, ownerId: string, kept: Kept, now: Date): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`
    with noted as (select key from photo_keys where key = ${kept.storageKey} for update),
    stored as (
      update photos set state = 'stored', storage_key = noted.key, source_hash = ${kept.sourceHash}, full_hash = ${kept.fullHash}, thumb_hash = ${kept.thumbHash},
        width = ${kept.width}::int, height = ${kept.height}::int, bytes = ${kept.bytes}::int, stored_at = ${moment(now)}, check_state = 'waiting', check_due_at = ${moment(now)}, lost = null, lost_at = null
      from noted where id = ${id}::uuid and owner_id = ${ownerId}::uuid and state = 'awaited' returning id
    ), taken as (${takenOver([kept.storageKey], sql`stored`)})
    select id from stored`,
  )
  return rows.length > 0
}

/** Ids among these that belong to somebody else. */
export const listForeign = async (db: Db, ids: readonly string[], ownerId: string): Promise<string[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(inArray(photos.id, [...ids]), ne(photos.ownerId, ownerId)))
  return rows.map(row => row.id)
}

/** How many of these are stored already. */
export const countStored = async (db: Db, ids: readonly string[]): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from photos where id in ${uuids(ids)} and state = 'stored'`,
  )
  return row?.n ?? 0
}

/** Bytes that were named so long ago do not come any more. A batch; whoever sends them late all the same is not refused. */
export const expireAwaited = async (db: Db, before: Date, limit: number, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`update photos set lost = 'expired', lost_at = ${moment(now)} where id in (
      select id from photos where state = 'awaited' and lost is null and created_at < ${moment(before)} order by created_at ${atMost(limit)} for update skip locked)`,
  )
  await rowsOf(
    db,
    sql`update sealed_files set lost = 'expired', lost_at = ${moment(now)} where id in (
      select id from sealed_files where storage_key is null and lost is null and created_at < ${moment(before)} order by created_at ${atMost(limit)} for update skip locked)`,
  )
}

/** Its bytes were refused for what they are: they are not awaited any more. */
export const markRefused = async (db: Db, id: string, ownerId: string, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`update photos set lost = 'refused', lost_at = ${moment(now)} where id = ${id}::uuid and owner_id = ${ownerId}::uuid and state = 'awaited'`,
  )
}
