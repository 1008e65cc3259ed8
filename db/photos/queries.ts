import { and, eq, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { moment, uuids } from '../core/values.ts'
import { photos } from './tables.ts'

export type PhotoRow = typeof photos.$inferSelect

export const findPhoto = async (db: Db, id: string): Promise<PhotoRow | undefined> => {
  const [row] = await db.select().from(photos).where(eq(photos.id, id))
  return row
}

/** Names a photo before its bytes are kept. Does nothing when the id exists. */
export const insertAwaited = async (db: Db, id: string, ownerId: string, now: Date): Promise<void> => {
  await db.insert(photos).values({ id, ownerId, state: 'awaited', createdAt: now }).onConflictDoNothing()
}

/** SQL that names the photos of a change inside the change's own statement; `done` is the CTE that must have a row. */
export const awaitedPhotos = (ids: readonly string[], ownerId: string, now: Date, done: SQL): SQL => sql`
  insert into photos (id, owner_id, state, created_at)
  select p.id, ${ownerId}::uuid, 'awaited', ${moment(now)} from ${uuids(ids)} as p(id) where exists (select from ${done})
  on conflict (id) do nothing`

type Stored = Pick<
  PhotoRow,
  'storageKey' | 'sourceHash' | 'fullHash' | 'thumbHash' | 'width' | 'height' | 'bytes' | 'storedAt'
>

/** The bytes are kept: true when this call made the step from awaited to stored. */
export const markStored = async (db: Db, id: string, ownerId: string, stored: Stored): Promise<boolean> => {
  const rows = await db
    .update(photos)
    .set({ ...stored, state: 'stored', checkState: 'waiting', checkDueAt: stored.storedAt })
    .where(and(eq(photos.id, id), eq(photos.ownerId, ownerId), eq(photos.state, 'awaited')))
    .returning({ id: photos.id })
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
