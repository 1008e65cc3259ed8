import { and, eq, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, json, moment, uuids } from '../core/values.ts'
import { photoKeys, photos } from './tables.ts'

export type PhotoRow = typeof photos.$inferSelect

export const findPhoto = async (db: Db, id: string): Promise<PhotoRow | undefined> => {
  const [row] = await db.select().from(photos).where(eq(photos.id, id))
  return row
}

/**
 * Names a photo, unless the id exists, and the key that its bytes are going to lie under. No `on conflict (id)` here: of two at the
 * same moment the second would find the first by the primary key, and fail by the unique index over id and owner.
 */
export const insertAwaited = async (db: Db, id: string, ownerId: string, key: string, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with noted as (insert into photo_keys (key, at) values (${key}, ${moment(now)}))
    insert into photos (id, owner_id, state, created_at) values (${id}::uuid, ${ownerId}::uuid, 'awaited', ${moment(now)}) on conflict do nothing`,
  )
}

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
        width = ${kept.width}::int, height = ${kept.height}::int, bytes = ${kept.bytes}::int, stored_at = ${moment(now)}, check_state = 'waiting', check_due_at = ${moment(now)}
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

/** Photos that a person has sent since a moment, for the daily limit. */
export const countSince = (db: Db, ownerId: string, since: Date): Promise<number> =>
  db.$count(photos, and(eq(photos.ownerId, ownerId), gt(photos.createdAt, since)))
