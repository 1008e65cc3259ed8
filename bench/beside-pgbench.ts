import { demoEnv } from '../dev/demo-env.ts'
import type { Cluster } from '../tests/support/cluster.ts'
import type { Loaded } from './load.ts'
import { pgbenchVersion, preparePgbench } from './pgbench.ts'
import { heading, holds, median, notRun, round, type Section, table, verdict } from './results.ts'
import { capture, standIns, toScript } from './statements.ts'
import { load, requestText, startService, versionOf } from './support.ts'

/** Sizes of the tiny form. */
export const tinySide = { seconds: 0.2, rounds: 1, clients: 2 }

/** Path and body get the four ids that the requests of one errand share. */
type Call = {
  method: string
  path: (ids: readonly string[]) => string
  token: string
  body?: (ids: readonly string[]) => object
}

type Compared = {
  name: string
  what: string
  /** Fills a migrated, empty database. */
  fill: (url: string) => Promise<void>
  /** Least HTTP requests for one pgbench transaction. */
  limit: number
  /** Of each half of a round. */
  seconds: number
  rounds: number
  clients: number
  /** What different people do; the first of them are captured for pgbench. */
  errands: readonly (readonly Call[])[]
  /** Ids that the service makes out of the errand's own: fresh for pgbench too. */
  madeOf?: (ids: readonly string[]) => readonly string[]
}

/**
 * Requests over HTTP beside pgbench running the same SQL: server, load and database share this machine. Halves alternate
 * and the first round only warms up. What follows the answer (alerts, word checks) is left out on both sides.
 */
export const besidePgbench = async (cluster: Cluster, compared: Compared): Promise<Section> => {
  const { name, fill, limit, seconds, rounds, clients } = compared
  const version = pgbenchVersion()
  const url = await cluster.createDatabase('bench')
  await fill(url)
  const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' }
  const { sent, statements, scripts } = await prepare(env, compared)
  const service = await startService(env, 'off')
  const http = async () => {
    const loaded = await load({ port: service.port, clients, seconds, errands: sent })
    if (loaded.wrong > 0) throw new Error(`${loaded.wrong} of ${loaded.count} answers were not 2xx`)
    return loaded
  }
  if (!version) {
    const { perSecond } = await http()
    await service.stop()
    return notRun(
      name,
      `pgbench is not installed (HTTP alone: ${round(perSecond)} a second; limit ≥ ${limit} of pgbench)`,
    )
  }
  const pgbench = preparePgbench(url, scripts)
  const halves: Half[] = []
  for (let n = 0; n <= rounds; n++) {
    const [one, other] = [await http(), await pgbench.run(Math.ceil(seconds))]
    if (n > 0) halves.push({ http: one, sql: other, ratio: one.perSecond / other.perSecond })
  }
  await service.stop()
  pgbench.remove()
  const versions = [`PostgreSQL ${await versionOf(url)}`, `pgbench ${version}`]
  return section(compared, versions, statements, halves)
}

type Half = { http: Loaded; sql: { perSecond: number; mean: number }; ratio: number }

const section = (
  { name, what, limit, seconds, rounds, clients }: Compared,
  versions: string[],
  statements: number,
  halves: readonly Half[],
): Section => {
  const ratio = median(halves.map(it => it.ratio))
  const middle = (of: (it: Half) => number) => round(median(halves.map(of)))
  return {
    lines: [
      ...heading(name, versions),
      `${what}; ${clients} clients; ${rounds} rounds of ${seconds} s each; ${statements} statements each.`,
      '',
      ...table(
        ['', 'per second', 'p50 ms', 'p99 ms'],
        [
          ['HTTP', middle(it => it.http.perSecond), middle(it => it.http.p50), middle(it => it.http.p99)],
          ['pgbench', middle(it => it.sql.perSecond), `mean ${middle(it => it.sql.mean)}`, ''],
        ],
      ),
      '',
      `HTTP ÷ pgbench: ${verdict(ratio, '≥', limit)}. Rounds: ${halves.map(it => round(it.ratio)).join(' · ')}.`,
    ],
    passed: holds(ratio, '≥', limit),
  }
}

/** The errands as they go out over HTTP, and as pgbench's scripts; `statements` of the first one. */
const prepare = async (
  env: Record<string, string> & { DATABASE_URL: string },
  { clients, errands, madeOf }: Compared,
) => {
  const ids = Array.from({ length: clients }, (_, n) => standIns(n))
  const requests = errands.slice(0, clients).map((calls, n) => calls.map(it => toRequest(it, ids[n] ?? [])))
  const captured = await capture(env, requests)
  const places = ['%ID0%', '%ID1%', '%ID2%', '%ID3%']
  return {
    statements: captured[0]?.length ?? 0,
    sent: errands.map(calls => calls.map(it => requestText(it.method, it.path(places), it.token, it.body?.(places)))),
    scripts: captured.map((it, n) => toScript(it, n, [...(ids[n] ?? []), ...(madeOf?.(ids[n] ?? []) ?? [])])),
  }
}

const toRequest = ({ method, path, token, body }: Call, ids: readonly string[]) =>
  new Request(`http://localhost${path(ids)}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body(ids)) }),
  })
