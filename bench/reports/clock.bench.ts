import { loadavg } from 'node:os'
import { allClocks } from '@huiyin/api/chores.ts'
import { tendClocks } from '@huiyin/api/core/clock-loop.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside } from '@huiyin/api/core/outside.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import postgres from 'postgres'
import { sized } from '../bench.ts'
import { heading, holds, round, table, verdict } from '../results.ts'
import { load, requestText, startService, versionOf } from '../support.ts'
import { buildingOf, fillLadders, fillOverdue, residents, tokenOf } from './clock-town.ts'

const limit = 500

type Size = { reports: number; ladders: number; seconds: number; perSecond: number }

/**
 * Fifty thousand reports are overdue: how many steps of the clock a second one process takes with its three connections, history and
 * alerts written, nothing delivered, while residents go on filing; and the same beside ten thousand ladders that nobody answered.
 */
export const bench = sized<Size>({
  whole: { reports: 50_000, ladders: 10_000, seconds: 20, perSecond: 20 },
  tiny: { reports: 200, ladders: 50, seconds: 1, perSecond: 5 },
  run: async (cluster, size) => {
    const rows = [
      await measure(await cluster.createDatabase('plain'), { ...size, ladders: 0 }),
      await measure(await cluster.createDatabase('ladders'), size),
    ]
    const worst = Math.min(...rows.map(it => it.steps))
    return {
      lines: [
        ...heading('clock', [`PostgreSQL ${await versionOf(cluster.url('plain'))}`]),
        `${size.reports} overdue reports in ${size.seconds} s; one process runs every clock on three connections, another takes ${size.perSecond} submits a second; load of the machine before: ${rows.map(it => it.before).join(' and ')}.`,
        '',
        ...table(
          [
            'ladders waiting',
            'steps a second',
            'rungs a second',
            'alerts a second',
            'submit p50 ms',
            'submit p99 ms',
            'not 2xx',
            'climbed twice',
          ],
          rows.map(it => [
            it.ladders,
            ...[it.steps, it.rungs, it.alerts, it.p50, it.p99].map(round),
            it.wrong,
            it.twice,
          ]),
        ),
        '',
        `Fewest steps a second: ${verdict(worst, '≥', limit)}.`,
      ],
      passed: holds(worst, '≥', limit) && rows.every(it => it.wrong + it.twice === 0),
    }
  },
})

const measure = async (url: string, { reports, ladders, seconds, perSecond }: Size) => {
  await fillOverdue(url, reports)
  if (ladders > 0) await fillLadders(url, ladders)
  const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'warn' }
  const service = await startService(env, 'off')
  const errands = Array.from({ length: residents }, (_, n) => [
    requestText('POST', '/api/reports', tokenOf(n + 1), {
      id: '%ID0%',
      words: '楼道的灯坏了，晚上看不见路',
      buildingId: buildingOf(n + 1),
    }),
  ])
  const before = round(loadavg()[0] ?? 0)
  const filing = load({ port: service.port, clients: 8, seconds: seconds + 2, perSecond, errands })
  const taken = await runFor(env, seconds)
  const { p50, p99, wrong } = await filing
  await service.stop()
  return { ladders, before, ...taken, p50, p99, wrong, twice: await climbedTwice(url) }
}

/** What the clocks of one process do in the time. */
const runFor = async (env: Record<string, string>, seconds: number) => {
  const outside = await createOutside(readEnv(env))
  await outside.keepTime()
  const clocks = allClocks(outside)
  const first = await countDone(env.DATABASE_URL ?? '')
  const started = performance.now()
  const until = started + seconds * 1000
  const tools = { db: outside.db, now: outside.now, log: outside.log, isWindingDown: () => performance.now() > until }
  while (performance.now() < until) await tendClocks(tools, clocks)
  const passed = (performance.now() - started) / 1000
  const last = await countDone(env.DATABASE_URL ?? '')
  await outside.close()
  const rate = (of: keyof typeof first) => (last[of] - first[of]) / passed
  return { steps: rate('steps'), rungs: rate('rungs'), alerts: rate('alerts') }
}

/** Of the clocks alone: what residents file writes alerts of its own, which are left out. */
const countDone = async (url: string) => {
  const sql = postgres(url, { max: 1 })
  const [row] = await sql<{ steps: number; rungs: number; alerts: number }[]>`
    select (select count(*)::int from report_events where actor_id is null) as steps,
      (select count(*)::int from alerts where kind = 'report-new' and rung > 1 and channel = 'inbox' and created_at < now() - interval '1 hour') as rungs,
      (select count(*)::int from alerts where kind in ('task-climbed', 'task-overdue', 'report-climbed', 'task-unanswered')) as alerts`
  await sql.end()
  return row ?? { steps: 0, rungs: 0, alerts: 0 }
}

const climbedTwice = async (url: string): Promise<number> => {
  const sql = postgres(url, { max: 1 })
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from (select from report_events where event = 'climb' group by report_id, level having count(*) > 1) twice`
  await sql.end()
  return row?.n ?? 0
}
