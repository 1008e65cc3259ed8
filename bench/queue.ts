import { openPostgres } from '@huiyin/db/core/client.ts'
import { sessionSettings } from '@huiyin/db/core/pool.ts'
import { listQueue } from '@huiyin/db/questions/queue-queries.ts'
import postgres from 'postgres'
import { demoEnv } from '../dev/demo-env.ts'
import { type CounselTown, counselToken, fillCounsel, villageCode } from './counsel-town.ts'
import { heading, holds, median, round, type Section, table, verdict } from './results.ts'
import { capture } from './statements.ts'
import { load, requestText, startService, versionOf, withCluster } from './support.ts'

const limit = 1.3
const rounds = 7
const asked = 300
const villages = 24
const town = (questions: number): CounselTown => ({ villages, questions, advisers: 2, open: 40 })
const small = 10_000

/** An adviser's queue page with a hundred times the questions: the statement alone, and over HTTP; and by which plan. */
export const queue = (questions = 1_000_000): Promise<Section> =>
  withCluster(async cluster => {
    const sides = [await open(await cluster.createDatabase('small'), town(small))]
    sides.push(await open(await cluster.createDatabase('big'), town(questions)))
    const [queries, https]: number[][][] = [
      [[], []],
      [[], []],
    ]
    for (let n = 0; n <= rounds; n++)
      for (const [k, side] of sides.entries()) {
        const [query, http] = [await timeQuery(side, n), await timeHttp(side)]
        // The first round warms up.
        if (n > 0) queries?.[k]?.push(query)
        if (n > 0) https?.[k]?.push(http)
      }
    const [queryMs, httpMs] = [queries, https].map(it => (it as number[][]).map(median)) as [number[], number[]]
    const ratio = ([before = 1, after = 1]: number[]) => after / before
    const worst = Math.max(ratio(queryMs), ratio(httpMs))
    const plan = await explain(sides[1] as Side)
    for (const it of sides) await it.close()
    const scans = plan.split('\n').filter(it => /(Seq|Bitmap Heap) Scan on questions/.test(it))
    return {
      lines: [
        ...heading('queue', [`PostgreSQL ${await versionOf(cluster.url('big'))}`]),
        `p50 of an adviser's queue page (20 lines; own village, kept for him, neighbours) at ${questions} questions ÷ p50 at ${small}; ${villages} villages, 40 open in each.`,
        '',
        ...table(
          ['', 'ms', '', '÷'],
          [
            ['statement', ...queryMs.map(round), round(ratio(queryMs))],
            ['HTTP', ...httpMs.map(round), round(ratio(httpMs))],
          ],
        ),
        '',
        `Largest ratio: ${verdict(worst, '≤', limit)}. Plan: ${scans.length === 0 ? 'index scans of questions only, passed' : `**${scans.length} other scans**`}.`,
        '',
        '```',
        plan,
        '```',
      ],
      passed: holds(worst, '≤', limit) && scans.length === 0,
    }
  })

const open = async (url: string, it: CounselTown) => {
  await fillCounsel(url, it)
  const { db, close } = await openPostgres(url, { max: 1 })
  const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' }
  const service = await startService(env, 'off')
  const sql = postgres(url, { max: 1 })
  const people = await sql<{ id: string; n: number }[]>`
    select id, split_part(openid, '-', 2)::int as n from people where openid like 'adviser-%'`
  await sql.end()
  const stop = async () => {
    await service.stop()
    await close()
  }
  return { url, env, db, port: service.port, idOf: new Map(people.map(one => [one.n, one.id])), close: stop }
}
type Side = Awaited<ReturnType<typeof open>>

const adviserOf = (n: number) => 1 + ((n * 7) % (villages * 2))

const timeQuery = async ({ db, idOf }: Side, turn: number): Promise<number> => {
  const taken: number[] = []
  for (let k = 0; k < asked; k++) {
    const n = adviserOf(turn * asked + k)
    const started = performance.now()
    await listQueue(
      db,
      {
        personId: idOf.get(n) as string,
        villages: [villageCode(Math.ceil(n / 2))],
        townships: ['t001'],
        firms: [],
        justice: [],
      },
      new Date(),
      21,
    )
    taken.push(performance.now() - started)
  }
  return median(taken)
}

const timeHttp = async ({ port }: Side): Promise<number> => {
  const errands = Array.from({ length: asked }, (_, k) => [
    requestText('GET', '/api/questions/queue', counselToken('adviser', adviserOf(k))),
  ])
  const { p50, wrong } = await load({ port, clients: 1, seconds: 1, errands })
  if (wrong > 0) throw new Error(`${wrong} answers were not 2xx`)
  return p50
}

/** The plan that the prepared statement uses in the long run. */
const explain = async ({ url, env }: Side): Promise<string> => {
  const headers = { authorization: `Bearer ${counselToken('adviser', 7)}` }
  const [statements = []] = await capture(env, [[new Request('http://localhost/api/questions/queue', { headers })]])
  const statement = statements.at(-1)
  if (!statement) throw new Error('no statement')
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: sessionSettings })
  await sql.unsafe('set plan_cache_mode = force_generic_plan')
  await sql.unsafe(`prepare page as ${statement.text}`)
  const given = statement.values.map(it => (it === null ? 'null' : `'${String(it).replaceAll("'", "''")}'`)).join(', ')
  const lines = await sql.unsafe(
    `explain (analyze, costs off, timing off, summary off, buffers off) execute page(${given})`,
  )
  await sql.end()
  return lines.map(it => it['QUERY PLAN']).join('\n')
}
