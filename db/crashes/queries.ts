import { desc, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment } from '../core/values.ts'
import { crashes } from './tables.ts'

export type CrashRow = typeof crashes.$inferSelect
export type NewCrash = Omit<CrashRow, 'count' | 'firstAt' | 'lastAt'>

/** Counts each once more; a kind that is new only as long as there are fewer than `most`. */
export const noteCrashes = async (db: Db, heard: readonly NewCrash[], most: number, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`
    insert into crashes (fingerprint, kind, page, platform, version, frames, count, first_at, last_at)
    select h.fingerprint, h.kind, h.page, h.platform, h.version, h.frames, h.n, ${moment(now)}, ${moment(now)}
    from (select fingerprint, kind, page, platform, version, frames, count(*)::int as n
      from jsonb_to_recordset(${json(heard)}) as it(fingerprint text, kind text, page text, platform text, version text, frames jsonb)
      group by fingerprint, kind, page, platform, version, frames order by fingerprint) h
    where (select count(*) from crashes) < ${most}::int or exists (select from crashes c where c.fingerprint = h.fingerprint)
    on conflict (fingerprint) do update set count = crashes.count + excluded.count, last_at = excluded.last_at`,
  )
}

/** The newest first. */
export const listCrashes = (db: Db, limit: number): Promise<CrashRow[]> =>
  db.select().from(crashes).orderBy(desc(crashes.lastAt), crashes.fingerprint).limit(limit)

/** How many kinds have been seen since then. */
export const countCrashes = async (db: Db, since: Date): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from crashes where last_at > ${moment(since)}`,
  )
  return row?.n ?? 0
}

export const deleteCrashes = async (db: Db, before: Date): Promise<void> => {
  await rowsOf(db, sql`delete from crashes where last_at < ${moment(before)}`)
}
