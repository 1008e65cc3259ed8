import { demoEnv } from '../dev/demo-env.ts'
import type { Loaded } from './load.ts'
import { pgbenchVersion, preparePgbench } from './pgbench.ts'
import { heading, holds, median, notRun, round, type Section, table, verdict } from './results.ts'
import { capture, standIns, toScript } from './statements.ts'
import { load, requestText, startService, versionOf, withCluster } from './support.ts'

const clients = 32
const rounds = 7

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
  /** What different people do; the first of them are captured for pgbench. */
  errands: readonly (readonly Call[])[]
  /** Ids that the service makes out of the errand's own: fresh for pgbench too. */
  madeOf?: (ids: readonly string[]) => readonly string[]
}

/**
 * Requests over HTTP beside pgbench running the same SQL: server, load and database share this machine. Halves alternate
 * and the first round only warms up. What follows the answer (alerts, word checks) is left out on both sides.
 */
export const besidePgbench = async ({
  name,
  what,
  fill,
  limit,
  seconds,
  errands,
  madeOf,
}: Compared): Promise<Section> => {
  const version = pgbenchVersion()
  if (!version) return notRun(name, 'pgbench is not installed')
  return withCluster(async cluster => {
    const url = await cluster.createDatabase('bench')
    await fill(url)
    const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' }
    const ids = Array.from({ length: clients }, (_, n) => standIns(n))
    const captured = errands.slice(0, clients).map((calls, n) => calls.map(it => toRequest(it, ids[n] ?? [])))
    const statements = await capture(env, captured)
    const places = ['%ID0%', '%ID1%', '%ID2%', '%ID3%']
    const sent = errands.map(calls =>
      calls.map(it => requestText(it.method, it.path(places), it.token, it.body?.(places))),
    )
    const pgbench = preparePgbench(
      url,
      statements.map((it, n) => toScript(it, n, [...(ids[n] ?? []), ...(madeOf?.(ids[n] ?? []) ?? [])])),
    )
    const service = await startService(env, 'off')
    const halves: { http: Loaded; sql: { perSecond: number; mean: number }; ratio: number }[] = []
    for (let n = 0; n <= rounds; n++) {
      const http = await load({ port: service.port, clients, seconds, errands: sent })
      if (http.wrong > 0) throw new Error(`${http.wrong} of ${http.count} answers were not 2xx`)
      const sql = await pgbench.run(seconds)
      if (n > 0) halves.push({ http, sql, ratio: http.perSecond / sql.perSecond })
    }
    await service.stop()
    pgbench.remove()
    const ratio = median(halves.map(it => it.ratio))
    const middle = (of: (it: (typeof halves)[number]) => number) => round(median(halves.map(of)))
    return {
      lines: [
        ...heading(name, [`PostgreSQL ${await versionOf(url)}`, `pgbench ${version}`]),
        `${what}; ${clients} clients; ${rounds} rounds of ${seconds} s each; ${statements[0]?.length} statements each.`,
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
  })
}

const toRequest = ({ method, path, token, body }: Call, ids: readonly string[]) =>
  new Request(`http://localhost${path(ids)}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body(ids)) }),
  })
