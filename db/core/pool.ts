import { Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { isConflict, isLost, lateCode } from './errors.ts'
import { createTurnstile, type Turnstile } from './turnstile.ts'

export type PoolOptions = {
  /** Connections; small on a serverless host. */
  max: number
  /** Server-side prepared statements; switch off behind a transaction pooler. */
  prepare: boolean
  /** Milliseconds after which nobody waits for a query or a transaction any more. */
  deadline: number
}

/** One postgres.js with the sockets that it opened. It has no way to let go of a dead one; we have. */
type Pool = { client: postgres.Sql; sockets: Set<Socket>; since: number; over: boolean }

type Ask = (text: string, params: never[], options?: object) => postgres.PendingQuery<postgres.Row[]>

const repeats = 3
/** A pool younger than this is not given up for a lost connection: while the database is away all of them are. */
const youth = 1000

/**
 * postgres.js behind deadlines of our own (docs/decisions/0010): by itself it waits for ever on a connection that went
 * silent, dials without pause a server that hangs up, and keeps what it could not send for the next connection. So when a
 * query is late or a connection lost, new queries get a new pool; the old one ends when nobody waits for it any more.
 */
export const openPool = (url: string, options: PoolOptions): { client: postgres.Sql; close: () => Promise<void> } => {
  const { work, close } = keepPool(url, options)
  const askAgain = async (ask: (pool: Pool) => PromiseLike<unknown>): Promise<unknown> => {
    for (let again = 0; ; again++)
      try {
        return await work(ask)
      } catch (error) {
        // A statement by itself that met another was undone as a whole.
        if (again === repeats || !isConflict(error)) throw error
      }
  }
  // drizzle asks for no preparing; planning our statements costs more than running them.
  const prepared = (sql: postgres.ISql): Ask => {
    const plain = sql.unsafe as Ask
    return (text, params, more) => plain(text, params, { ...more, prepare: options.prepare })
  }
  const client = {
    options: { parsers: {}, serializers: {} },
    unsafe: (text: string, params: never[], more?: object) => {
      let asArrays = false
      const ask = ({ client }: Pool) => {
        const query = prepared(client)(text, params, more)
        return asArrays ? query.values() : query
      }
      // drizzle says `.values()` at once or never.
      const answer = Promise.resolve().then(() => askAgain(ask))
      const values = () => {
        asArrays = true
        return answer
      }
      return Object.assign(answer, { values })
    },
    begin: (steps: (tx: postgres.TransactionSql) => Promise<unknown>) =>
      work(({ client }) =>
        client.begin(tx => steps(Object.assign(tx, { unsafe: prepared(tx) })).catch(silentWhenLost)),
      ),
  }
  // Not a whole postgres.js: only what drizzle asks of one.
  return { client: client as unknown as postgres.Sql, close }
}

/** The pool of the moment. `work` lets it do something, in time or not at all. */
const keepPool = (url: string, options: PoolOptions) => {
  const turnstile = createTurnstile()
  const retired = new Set<Pool>()
  let current = startPool(url, options, turnstile)
  const retire = (pool: Pool) => {
    if (pool !== current) return
    current = startPool(url, options, turnstile)
    retired.add(pool)
    setTimeout(() => hangUp(pool).finally(() => retired.delete(pool)), options.deadline + 500).unref()
  }
  const work = <T>(ask: (pool: Pool) => PromiseLike<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const pool = current
      const timer = setTimeout(() => {
        retire(pool)
        reject(Object.assign(new Error('the database did not answer in time'), { code: lateCode }))
      }, options.deadline)
      const done = (answer: T) => {
        clearTimeout(timer)
        turnstile.answered()
        resolve(answer)
      }
      const failed = (error: unknown) => {
        clearTimeout(timer)
        if (!isLost(error)) turnstile.answered()
        else if (performance.now() - pool.since > youth) retire(pool)
        reject(error)
      }
      ask(pool).then(done, failed)
    })
  const close = async () => {
    await Promise.all([current.client.end({ timeout: 5 }), ...[...retired].map(hangUp)])
    await hangUp(current)
  }
  return { work, close }
}

/**
 * Of every connection. `random_page_cost`: its default is for turning disks; by it, a grid worker's inbox was read whole and
 * sorted, in ten times the time of the index that has it in order.
 */
export const sessionSettings = {
  application_name: 'huiyin',
  statement_timeout: 4000,
  lock_timeout: 2000,
  idle_in_transaction_session_timeout: 10_000,
  random_page_cost: 1.1,
  TimeZone: 'UTC',
} as const

/** postgres.js would send `rollback` down the lost connection and crash; it tells the caller of the loss by itself. */
const silentWhenLost = (error: unknown): Promise<never> => {
  if (isLost(error)) return new Promise(() => {})
  throw error
}

const startPool = (url: string, { max, prepare }: PoolOptions, turnstile: Turnstile): Pool => {
  const pool: Omit<Pool, 'client'> = { sockets: new Set(), since: performance.now(), over: false }
  const client = postgres(url, {
    max,
    prepare,
    idle_timeout: 20,
    connect_timeout: 3,
    // No arrays go in or out, and asking for their types costs every new connection a trip and, cut off, the process.
    fetch_types: false,
    // The turnstile has the say; the default left queries hanging for up to 17 s after an outage.
    backoff: () => 0,
    connection: sessionSettings,
    onnotice: () => {},
    ...{ socket: dial(pool, turnstile) },
  })
  // For what it does to the client: dates and JSON go through untouched.
  drizzle(client)
  return Object.assign(pool, { client })
}

type Address = { host: string[]; port: number[]; path: string | false }

/** A socket on its way to the server, or a closed one when the pool has ended meanwhile. */
const dial =
  (pool: Omit<Pool, 'client'>, turnstile: Turnstile) =>
  async ({ host, port, path }: Address): Promise<Socket> => {
    await turnstile.pass()
    const socket = new Socket()
    for (const it of pool.sockets) if (it.destroyed) pool.sockets.delete(it)
    pool.sockets.add(socket)
    if (pool.over) socket.destroy()
    else if (path) socket.connect(path)
    else socket.connect(port[0] ?? 5432, host[0] ?? 'localhost')
    return Object.assign(socket, { host: host[0], port: port[0] })
  }

/** Ends a pool at once, the silent connections too. */
const hangUp = async (pool: Pool): Promise<void> => {
  pool.over = true
  await pool.client.end({ timeout: 0 })
  for (const socket of pool.sockets) socket.destroy()
}
