import { countUnread, listInbox } from '@huiyin/db/alerts/inbox-queries.ts'
import { type Db, openPostgres } from '@huiyin/db/core/client.ts'
import { sessionSettings } from '@huiyin/db/core/pool.ts'
import { listDeskByDeadline, listDeskByTime, listNearest } from '@huiyin/db/reports/list-queries.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import postgres from 'postgres'
import { sized } from '../bench.ts'
import { heading, holds, median, round, table, verdict } from '../results.ts'
import { capture, type Statement } from '../statements.ts'
import { load, requestText, startService, versionOf } from '../support.ts'
import { buildingsOf, fillTown, gridCode, spotOf, type Town, tokenOf } from './town.ts'

/** Ten times the grids, each with ten times the history: a district's years, not only one grid's. */
const bigger = (small: Town, reports: number): Town => ({
  reports,
  grids: Math.round(small.grids * Math.sqrt(reports / small.reports)),
})
const limit = 1.3

type Read = {
  name: string
  who: 'worker' | 'resident'
  path: (town: Town, n: number) => string
  /** The database's share of it alone. */
  query: (db: Db, town: Town, n: number, me: string) => Promise<unknown>
}

/** The worker of that grid; or one of as many residents. */
const personIn = (town: Town, n: number) => 1 + (n % town.grids)
const grid = (town: Town, n: number) => gridCode(personIn(town, n))
const spot = (town: Town, n: number) => spotOf(1 + ((n * 7) % buildingsOf(town)))

const reads: Read[] = [
  {
    name: 'desk, newest',
    who: 'worker',
    path: (town, n) => `/api/reports/desk?desk=${grid(town, n)}&show=all`,
    query: (db, town, n) => listDeskByTime(db, { role: 'worker', id: grid(town, n) }, new Date(), 21),
  },
  {
    name: 'desk, by deadline',
    who: 'worker',
    path: (town, n) => `/api/reports/desk?desk=${grid(town, n)}&show=open`,
    query: (db, town, n) => listDeskByDeadline(db, { role: 'worker', id: grid(town, n) }, 'open', new Date(), 21),
  },
  {
    name: 'nearest',
    who: 'resident',
    path: (town, n) => `/api/reports/nearby?lng=${spot(town, n).lng}&lat=${spot(town, n).lat}`,
    query: (db, town, n, me) => listNearest(db, spot(town, n), me),
  },
  {
    name: 'inbox',
    who: 'worker',
    path: () => '/api/alerts/inbox',
    query: (db, _, __, me) => Promise.all([listInbox(db, me, 21, undefined), countUnread(db, me)]),
  },
]

/** What reading costs with a hundred times the reports: the statements alone, and over HTTP; and by which plans. */
export const bench = sized({
  whole: { reports: 5_000_000, before: 50_000, grids: 120, rounds: 7, asked: 400, seconds: 1 },
  tiny: { reports: 800, before: 200, grids: 3, rounds: 1, asked: 5, seconds: 0.1 },
  run: async (cluster, { reports, before, grids, ...rest }) => {
    const small = { reports: before, grids }
    const big = bigger(small, reports)
    const started = performance.now()
    const towns = [await open(await cluster.createDatabase('small'), small)]
    towns.push(await open(await cluster.createDatabase('big'), big))
    const filled = (performance.now() - started) / 60_000
    const rows = []
    for (const read of reads) rows.push({ name: read.name, ...(await measure(read, towns as [Side, Side], rest)) })
    const [few = [], plans = []] = await Promise.all(towns.map(explain))
    for (const it of towns) await it.close()
    const worst = Math.max(...rows.flatMap(it => [it.query, it.http]))
    const scans = [...few, ...plans].filter(it =>
      /(Seq|Bitmap Heap) Scan on (reports|alerts|report_\w+|photos)\b|Sort Key/.test(it),
    )
    return {
      lines: [
        ...heading('growth', [`PostgreSQL ${await versionOf(cluster.url('big'))}`]),
        `p50 at ${reports} reports (${big.grids} grids) ÷ p50 at ${small.reports} (${small.grids} grids); one reader, everybody's turn; filled in ${round(filled)} minutes.`,
        '',
        ...table(
          ['', 'statement ms', '', '÷', 'HTTP ms', '', '÷'],
          rows.map(it => [it.name, ...it.queryMs.map(round), round(it.query), ...it.httpMs.map(round), round(it.http)]),
        ),
        '',
        `Largest ratio: ${verdict(worst, '≤', limit)}. Plans at both sizes: ${scans.length === 0 ? 'index scans in their order only, passed' : `**${scans.length} with another scan or a sort**`}.`,
        '',
        ...plans.flatMap(it => ['```', it, '```']),
      ],
      passed: holds(worst, '≤', limit) && scans.length === 0,
    }
  },
})

const open = async (url: string, town: Town) => {
  await fillTown(url, town)
  const { db, close } = await openPostgres(url, { max: 1 })
  const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' }
  const service = await startService(env, 'off')
  const sql = postgres(url, { max: 1 })
  const people = await sql<{ id: string; kind: 'worker' | 'resident'; n: number }[]>`
    select id, split_part(openid, '-', 1) as kind, split_part(openid, '-', 2)::int as n from people
    where openid ~ '^(worker|resident)-' and split_part(openid, '-', 2)::int <= ${town.grids}`
  await sql.end()
  const stop = async () => {
    await service.stop()
    await close()
  }
  return {
    url,
    town,
    env,
    db,
    port: service.port,
    idOf: new Map(people.map(it => [`${it.kind} ${it.n}`, it.id])),
    close: stop,
  }
}
type Side = Awaited<ReturnType<typeof open>>

/** `seconds` of each half of a round over HTTP, `asked` different times. */
type Asked = { rounds: number; asked: number; seconds: number }

const measure = async (read: Read, sides: [Side, Side], { rounds, asked, seconds }: Asked) => {
  const [queries, https]: number[][][] = [
    [[], []],
    [[], []],
  ]
  for (let n = 0; n <= rounds; n++)
    for (const [k, side] of sides.entries()) {
      const [query, http] = [await timeQuery(read, side, n * asked, asked), await timeHttp(read, side, asked, seconds)]
      if (n > 0) queries?.[k]?.push(query)
      if (n > 0) https?.[k]?.push(http)
    }
  const [queryMs, httpMs] = [queries, https].map(it => (it as number[][]).map(median)) as [number[], number[]]
  const ratio = ([before = 1, after = 1]: number[]) => after / before
  return { queryMs, httpMs, query: ratio(queryMs), http: ratio(httpMs) }
}

/** A stride that is prime to the number of grids: every round asks for others, spread over the whole town. */
const turn = (k: number) => k * 7

const timeQuery = async (
  { query, who }: Read,
  { db, town, idOf }: Side,
  from: number,
  asked: number,
): Promise<number> => {
  const taken: number[] = []
  for (let k = 0; k < asked; k++) {
    const n = turn(from + k)
    const started = performance.now()
    await query(db, town, n, idOf.get(`${who} ${personIn(town, n)}`) as string)
    taken.push(performance.now() - started)
  }
  return median(taken)
}

const timeHttp = async ({ path, who }: Read, { town, port }: Side, asked: number, seconds: number): Promise<number> => {
  const errands = Array.from({ length: asked }, (_, k) => {
    const n = turn(k)
    return [requestText('GET', path(town, n), tokenOf(who, personIn(town, n)))]
  })
  const { p50, wrong } = await load({ port, clients: 1, seconds, errands })
  if (wrong > 0) throw new Error(`${wrong} answers were not 2xx`)
  return p50
}

/** The plans that a prepared statement uses in the long run, one text for each statement; sessions are left out. */
const explain = async ({ url, town, env }: Side): Promise<string[]> => {
  const requests = reads.map(({ path, who }) => {
    const headers = { authorization: `Bearer ${tokenOf(who, personIn(town, 7))}` }
    return new Request(`http://localhost${path(town, 7)}`, { headers })
  })
  const captured = await capture(
    env,
    requests.map(it => [it]),
  )
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: sessionSettings })
  await sql.unsafe('set plan_cache_mode = force_generic_plan')
  const plans: string[] = []
  for (const [k, statements] of captured.entries())
    for (const [s, statement] of statements.slice(1).entries())
      plans.push(`${reads[k]?.name}\n${await planOf(sql, `read_${k}_${s}`, statement)}`)
  await sql.end()
  return plans
}

const planOf = async (sql: postgres.Sql, name: string, { text, values }: Statement): Promise<string> => {
  await sql.unsafe(`prepare ${name} as ${text}`)
  const given = values.map(it => (it === null ? 'null' : `'${String(it).replaceAll("'", "''")}'`)).join(', ')
  const lines = await sql.unsafe(
    `explain (analyze, costs off, timing off, summary off, buffers off) execute ${name}(${given})`,
  )
  return lines.map(it => it['QUERY PLAN']).join('\n')
}
