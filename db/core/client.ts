import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** A connection or a transaction, on PostgreSQL or embedded. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** `close` waits for running queries; afterwards the database is unusable. */
export type OpenDb = { db: Db; close: () => Promise<void> }

/** Runs one statement and gives its rows. Moments arrive as text: see `toDate`. */
export const rowsOf = async <T>(db: Db, statement: SQL): Promise<T[]> => {
  const result = (await db.execute(statement)) as unknown as T[] | { rows: T[] }
  return Array.isArray(result) ? result : result.rows
}

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))

type PostgresOptions = {
  /** Connections; small on a serverless host. */
  max?: number
  /** Server-side prepared statements; switch off behind a transaction pooler. */
  prepare?: boolean
}

/** PostgreSQL 15–18. `url` as in DATABASE_URL. The first query connects; a bad address shows only then. */
export const openPostgres = async (
  url: string,
  { max = 10, prepare = true }: PostgresOptions = {},
): Promise<OpenDb> => {
  const { default: postgres } = await import('postgres')
  const { drizzle } = await import('drizzle-orm/postgres-js')
  const client = postgres(url, {
    max,
    idle_timeout: 20,
    connect_timeout: 3,
    // No arrays go in or out, and asking for their types costs every new connection a trip and, cut off, the process.
    fetch_types: false,
    // The default back-off left queries hanging for up to 17 s after an outage.
    backoff: attempt => Math.min(0.05 * 2 ** attempt, 0.5),
    connection: { application_name: 'huiyin', statement_timeout: 4000, lock_timeout: 2000, TimeZone: 'UTC' },
    onnotice: () => {},
  })
  return { db: drizzle(prepared(client, prepare)) as unknown as Db, close: () => client.end({ timeout: 5 }) }
}

/** drizzle sends every statement through `unsafe`, which postgres.js prepares only when told. */
const prepared = <C extends { unsafe: (...args: never[]) => unknown }>(client: C, prepare: boolean): C =>
  new Proxy(client, {
    get: (target, name) =>
      name === 'unsafe'
        ? (query: string, params: unknown[], options?: object) =>
            (target.unsafe as (...args: unknown[]) => unknown)(query, params, { prepare, ...options })
        : Reflect.get(target, name),
  })

/**
 * The embedded database (PGlite) in `folder`, or in memory without one. Two processes on one folder lose data silently,
 * so the folder is locked; a second opener gets an error that names the lock.
 */
export const openEmbedded = async (folder?: string): Promise<OpenDb> => {
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle } = await import('drizzle-orm/pglite')
  const unlock = folder ? lock(folder) : () => {}
  const client = await PGlite.create(folder ? join(folder, 'pg') : 'memory://')
  await client.exec(`set timezone = 'UTC'`)
  const close = async () => {
    await client.close()
    unlock()
  }
  return { db: drizzle(client) as unknown as Db, close }
}

const lock = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  const take = () => {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
  }
  try {
    take()
  } catch {
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder !== process.pid && isAlive(holder))
      throw new Error(
        `${folder} is in use by process ${holder} (${file}). Stop it first: two processes would lose data.`,
      )
    rmSync(file)
    take()
  }
  return () => rmSync(file, { force: true })
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Brings the schema up to date. Safe to run from two instances at once on PostgreSQL: the second waits. */
export const migratePostgres = async (url: string): Promise<void> => {
  const { default: postgres } = await import('postgres')
  const { drizzle } = await import('drizzle-orm/postgres-js')
  const { migrate } = await import('drizzle-orm/postgres-js/migrator')
  const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(4215)`
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    await client.end()
  }
}

/** The same for the embedded database. */
export const migrateEmbedded = async (db: Db): Promise<void> => {
  const { migrate } = await import('drizzle-orm/pglite/migrator')
  await migrate(db as unknown as Parameters<typeof migrate>[0], { migrationsFolder })
}
