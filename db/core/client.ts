import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { lockFolder } from './folder-lock.ts'
import type { PoolOptions } from './pool.ts'

/** A connection or a transaction, on PostgreSQL or embedded. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** `close` waits for running queries; afterwards the database is unusable. */
export type OpenDb = { db: Db; close: () => Promise<void> }

/** Both drivers of drizzle as one: they differ in the type of a raw result alone, which `rowsOf` evens out. */
export const asDb = (drizzled: unknown): Db => drizzled as Db

/** Runs one statement and gives its rows. Moments arrive as text: see `toDate`. */
export const rowsOf = async <T>(db: Db, statement: SQL): Promise<T[]> => {
  const result: unknown = await db.execute(statement)
  return Array.isArray(result) ? result : (result as { rows: T[] }).rows
}

/** The same, put together by the database as one JSON value: decoding a list row by row costs more than finding it. */
export const jsonRowsOf = async <T>(db: Db, select: SQL): Promise<T[]> => {
  const [row] = await rowsOf<{ rows: T[] }>(db, sql`select coalesce(json_agg(t), '[]') as rows from (${select}) t`)
  return row?.rows ?? []
}

/** PostgreSQL 15–18. `url` as in DATABASE_URL. The first query connects; a bad address shows only then. */
export const openPostgres = async (url: string, options: Partial<PoolOptions> = {}): Promise<OpenDb> => {
  const { openPool } = await import('./pool.ts')
  const { drizzle } = await import('drizzle-orm/postgres-js')
  const { client, close } = openPool(url, { max: 10, prepare: true, deadline: 4500, ...options })
  return { db: asDb(drizzle(client)), close }
}

/**
 * The embedded database (PGlite) in `folder`, or in memory without one. Two processes on one folder lose data silently,
 * so the folder is locked; a second opener gets an error that names the lock.
 */
export const openEmbedded = async (folder?: string): Promise<OpenDb> => {
  const { PGlite } = await import('@electric-sql/pglite')
  const { btree_gist } = await import('@electric-sql/pglite/contrib/btree_gist')
  const { drizzle } = await import('drizzle-orm/pglite')
  const unlock = folder ? lockFolder(folder) : () => {}
  try {
    const client = await PGlite.create(folder ? join(folder, 'pg') : 'memory://', { extensions: { btree_gist } })
    await client.exec(`set timezone = 'UTC'`)
    const close = async () => {
      await client.close()
      unlock()
    }
    return { db: asDb(drizzle(client)), close }
  } catch (error) {
    unlock()
    throw error
  }
}
