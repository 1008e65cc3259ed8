import { setTimeout as sleep } from 'node:timers/promises'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import postgres from 'postgres'
import { sized } from '../bench.ts'
import type { Loaded } from '../load.ts'
import { heading, holds, percentile, round, type Section, table, verdict } from '../results.ts'
import { load, requestText, startService, startWechat, versionOf } from '../support.ts'
import type { Question } from '../wechat.ts'
import { buildingCode, fillTown, homeOf, residentsOf, tokenOf } from './town.ts'

const limit = 1

/**
 * 100 submissions a second in one township of 120 grids: how long until WeChat is called about each. The clock starts when
 * the service takes the request, before the commit: a little too early. WeChat takes 100 ms for a message.
 */
export const bench = sized({
  whole: { seconds: 30, perSecond: 100, afterwards: 5, reports: 50_000, grids: 120 },
  tiny: { seconds: 1, perSecond: 10, afterwards: 2, reports: 500, grids: 6 },
  run: async (cluster, { seconds, perSecond, afterwards, ...town }) => {
    const url = await cluster.createDatabase('bench')
    await fillTown(url, town)
    // 7001 is prime to their number: neighbours in the list live in other grids, as in a real township.
    const all = residentsOf(town)
    const residents = Array.from({ length: all / 10 }, (_, n) => 1 + ((n * 7001) % all))
    const wechat = await startWechat()
    const openids = (kind: string, numbers: readonly number[]) => numbers.map(it => `${kind}-${it}`)
    const workers = openids(
      'worker',
      Array.from({ length: town.grids }, (_, n) => n + 1),
    )
    await wechat.ask({ ask: 'people', workers, residents: openids('resident', residents) } satisfies Question)
    const sql = postgres(url, { max: 1 })
    await sql`insert into permits (person_id, template, "left") select id, 'task', 1000000 from people where openid like 'worker-%'`
    const service = await startService({
      ...demoEnv(wechat.url),
      DATABASE_URL: url,
      CHECK_ANSWERS: 'off',
      LOG_LEVEL: 'info',
    })
    const errands = residents.map(filing)
    const loaded = await load({ port: service.port, clients: 64, seconds, perSecond, errands })
    if (loaded.wrong > 0) throw new Error(`${loaded.wrong} of ${loaded.count} answers were not 2xx`)
    await sleep(afterwards * 1000)
    const arrivals = (await wechat.ask({ ask: 'arrivals' } satisfies Question)) as Record<string, number>
    const filed = await sql<{ id: string; at: Date }[]>`
      select matter_id as id, created_at as at from alerts where channel = 'wechat' and template = 'task' and created_at > now() - interval '10 minutes'`
    await sql.end()
    await service.stop()
    await wechat.stop()
    return section(await versionOf(url), seconds, loaded, filed, arrivals)
  },
})

const filing = (resident: number) => [
  requestText('POST', '/api/reports', tokenOf('resident', resident), {
    id: '%ID0%',
    words: '三单元楼道的水管在漏水，地面很滑，请尽快来看看',
    buildingId: buildingCode(homeOf(resident)),
  }),
]

const section = (
  version: string,
  seconds: number,
  loaded: Loaded,
  filed: readonly { id: string; at: Date }[],
  arrivals: Record<string, number>,
): Section => {
  const waits = filed.flatMap(({ id, at }) => (arrivals[id] ? [(arrivals[id] - at.getTime()) / 1000] : []))
  const missing = filed.length - waits.length
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => percentile(waits, share)) as [number, number, number]
  return {
    lines: [
      ...heading('alerts', [`PostgreSQL ${version}`]),
      `${loaded.count} submissions in ${seconds} s (${round(loaded.perSecond)} per second; answered in ${round(loaded.p50)} ms p50, ${round(loaded.p99)} ms p99); service, WeChat, load and database on this machine.`,
      '',
      ...table(
        ['taken by the service → call of WeChat', 'seconds'],
        [
          ['p50', round(p50)],
          ['p95', round(p95)],
          ['p99', round(p99)],
          ['longest', round(Math.max(...waits))],
          ['never called', missing],
        ],
      ),
      '',
      `p95: ${verdict(p95, '<', limit, ' s')}.${missing > 0 ? ` **${missing} alerts never left.**` : ''}`,
    ],
    passed: holds(p95, '<', limit) && missing === 0 && filed.length === loaded.count,
  }
}
