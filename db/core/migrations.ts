import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { type Beginnings, begin } from './beginnings.ts'
import { asDb, type Db, rowsOf } from './client.ts'
import { codeOf, isConflict } from './errors.ts'

const ourFolder = fileURLToPath(new URL('../migrations', import.meta.url))

/**
 * `folder`: of another release, with its journal. `pauses`: milliseconds before each further try at a table that others hold.
 * `beginnings`: rows that are put in after the schema, once.
 */
type How = { folder: string; pauses: readonly number[]; beginnings: Beginnings }
const usual: How = { folder: ourFolder, pauses: [500, 1000, 2000, 4000, 8000, 8000, 8000], beginnings: [] }

/** Milliseconds. Whoever comes after a waiting migration waits as well: half of what a request waits for a lock. */
export const waitsForTable = 1000
/** Building an index apart stops nobody; it only waits until those before it are through. */
const waitsApart = 300_000
/** One migrator at a time. Asked for again and again: a statement that waits would hold up an index built apart for ever. */
const turn = 4215

/**
 * Brings the schema up to date, each migration in a transaction of its own, while the service goes on (decision 0016).
 * Safe to run from two instances at once: the second waits. Throws `tables-busy` when others held a table all the time;
 * what was done until then stays done, and running it once more goes on from there.
 */
export const migratePostgres = async (url: string, how: Partial<How> = {}): Promise<void> => {
  const { default: postgres } = await import('postgres')
  const { drizzle } = await import('drizzle-orm/postgres-js')
  const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    const db = asDb(drizzle(client))
    await db.execute(sql`set statement_timeout = 0`)
    while (!(await takeTurn(db))) await pause(100)
    await bringUpToDate(db, { ...usual, ...how })
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** The same for the embedded database, which nobody else has open. */
export const migrateEmbedded = (db: Db, how: Partial<How> = {}): Promise<void> =>
  bringUpToDate(db, { ...usual, ...how })

const takeTurn = async (db: Db) =>
  (await rowsOf<{ taken: boolean }>(db, sql`select pg_try_advisory_lock(${turn}) as taken`))[0]?.taken

/** The table and its meaning are drizzle's own, so that an older release's migrator reads what a newer one wrote. */
const bringUpToDate = async (db: Db, { folder, pauses, beginnings }: How): Promise<void> => {
  await db.execute(sql`create schema if not exists drizzle`)
  await db.execute(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  )
  const [last] = await rowsOf<{ at: string | null }>(
    db,
    sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
  )
  for (const migration of readMigrationFiles({ migrationsFolder: folder }))
    if (migration.folderMillis > Number(last?.at ?? 0)) await untilFree(pauses, () => apply(db, migration))
  await begin(db, beginnings)
}

const apply = (db: Db, migration: MigrationMeta): Promise<void> =>
  migration.sql.some(isApart) ? applyApart(db, migration) : applyAtOnce(db, migration)

/** What PostgreSQL does outside of a transaction only: such an index, and a procedure that ends one for each part of its work. */
const isApart = (statement: string) => /\bindex\s+concurrently\b|^\s*call\b/i.test(statement.replace(/--.*$/gm, ''))

const applyAtOnce = (db: Db, migration: MigrationMeta) =>
  db.transaction(async tx => {
    await tx.execute(sql.raw(`set local lock_timeout = ${waitsForTable}`))
    for (const statement of migration.sql) await tx.execute(sql.raw(statement))
    await tx.execute(noted(migration))
  })

const applyApart = async (db: Db, migration: MigrationMeta) => {
  await db.execute(sql.raw(`set lock_timeout = ${waitsApart}`))
  for (const statement of migration.sql) await db.execute(sql.raw(statement))
  await db.execute(noted(migration))
}

const noted = ({ hash, folderMillis }: MigrationMeta) =>
  sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`

/** PostgreSQL's word for a lock that did not come in time. */
const lockNotCome = '55P03'

const untilFree = async (pauses: readonly number[], work: () => Promise<void>): Promise<void> => {
  for (const ms of [...pauses, undefined])
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) !== lockNotCome && !isConflict(error)) throw error
      if (ms === undefined) throw Object.assign(new Error(tablesBusy), { code: 'tables-busy', cause: error })
      await pause(ms)
    }
}

const tablesBusy =
  'A table stayed in use by somebody else, so the schema is not yet up to date; the service goes on as before. Run it again when less is going on.'
