import { openPostgres } from '@huiyin/db/core/client.ts'
import { sessionSettings } from '@huiyin/db/core/pool.ts'
import { listQueue } from '@huiyin/db/questions/queue-queries.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import postgres from 'postgres'
import { sized } from '../bench.ts'
import { counselToken, villageCode } from '../counsel-town.ts'
import { heading, holds, median, round, table, verdict } from '../results.ts'
import { capture } from '../statements.ts'
import { load, requestText, startService, versionOf } from '../support.ts'
import { fillQuestions, type QuestionTown } from './question-town.ts'

const limit = 1.3

/** An adviser's queue page with a hundred times the questions: the statement alone, and over HTTP; and by which plan. */
export const bench = sized({
  whole: { questions: 1_000_000, small: 10_000, rounds: 7, asked: 300, seconds: 1, villages: 24 },
  tiny: { questions: 200, small: 100, rounds: 1, asked: 5, seconds: 0.1, villages: 2 },
  run: async (cluster, { questions, small, rounds, asked, seconds, villages }) => {
    const town = (questions: number): QuestionTown => ({ villages, questions, advisers: 2, open: 40 })

    const sides = [await open(await cluster.createDatabase('small'), town(small))]
    sides.push(await open(await cluster.createDatabase('big'), town(questions)))
    const [queryMs, httpMs] = await timeBoth(sides, rounds, asked, seconds)
    const ratio = ([before = 1, after = 1]: readonly number[]) => after / before
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
  },
})

/** Medians of the statement and of HTTP, for each side. Sides take turns, and the first round warms up. */
const timeBoth = async (sides: readonly Side[], rounds: number, asked: number, seconds: number) => {
  const queries = sides.map((): number[] => [])
  const https = sides.map((): number[] => [])
  for (let n = 0; n <= rounds; n++)
    for (const [k, side] of sides.entries()) {
      const [query, http] = [await timeQuery(side, asked, n), await timeHttp(side, asked, seconds)]
      if (n > 0) queries[k]?.push(query)
      if (n > 0) https[k]?.push(http)
    }
  return [queries.map(median), https.map(median)] as const
}

const open = async (url: string, it: QuestionTown) => {
  await fillQuestions(url, it)
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
  return {
    url,
    env,
    db,
    advisers: it.villages * it.advisers,
    port: service.port,
    idOf: new Map(people.map(one => [one.n, one.id])),
    close: stop,
  }
}
type Side = Awaited<ReturnType<typeof open>>

const adviserOf = ({ advisers }: Side, n: number) => 1 + ((n * 7) % advisers)

const timeQuery = async (side: Side, asked: number, turn: number): Promise<number> => {
  const taken: number[] = []
  for (let k = 0; k < asked; k++) {
    const n = adviserOf(side, turn * asked + k)
    const started = performance.now()
    await listQueue(
      side.db,
      {
        personId: side.idOf.get(n) as string,
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

const timeHttp = async (side: Side, asked: number, seconds: number): Promise<number> => {
  const errands = Array.from({ length: asked }, (_, k) => [
    requestText('GET', '/api/questions/queue', counselToken('adviser', adviserOf(side, k))),
  ])
  const { p50, wrong } = await load({ port: side.port, clients: 1, seconds, errands })
  if (wrong > 0) throw new Error(`${wrong} answers were not 2xx`)
  return p50
}

/** The plan that the prepared statement uses in the long run. */
const explain = async ({ url, env }: Side): Promise<string> => {
  const headers = { authorization: `Bearer ${counselToken('adviser', 3)}` }
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
