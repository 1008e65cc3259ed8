import { setTimeout as sleep } from 'node:timers/promises'
import { createDelivery } from '@huiyin/api/alerts/deliver-alerts.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside, type Outside } from '@huiyin/api/core/outside.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { knowKinds } from '@huiyin/shared/alerts/alert-kind.ts'
import { reportAlerts } from '@huiyin/shared/reports/report-alerts.ts'
import postgres from 'postgres'
import { sized } from '../bench.ts'
import { heading, holds, round, table, verdict } from '../results.ts'
import { startWechat, versionOf } from '../support.ts'
import type { Question } from '../wechat.ts'
import { fillTown } from './town.ts'

const limitMinutes = 2
const urgentSeconds = 30

knowKinds(reportAlerts)

/**
 * WeChat comes back after an outage: ten thousand messages wait, a fifth of them urgent, some of them for one member of
 * WeCom (30 a minute) and one group (20 a minute). Two of three were put off for half an hour, and 200 were in the hands of a worker that
 * died; they have permits left, so that what is normal among these is given up. Two workers on one database; WeChat takes 100 ms for a message.
 */
export const bench = sized({
  whole: { waiting: 10_000, people: 2_400, reports: 1_000, grids: 120 },
  tiny: { waiting: 250, people: 20, reports: 100, grids: 6 },
  run: async (cluster, { waiting, people, ...town }) => {
    const url = await cluster.createDatabase('bench')
    await fillTown(url, town)
    const wechat = await startWechat()
    const residents = Array.from({ length: people }, (_, n) => `resident-${n + 1}`)
    await wechat.ask({ ask: 'people', workers: residents, residents: [] } satisfies Question)
    const env = envOf(url, wechat.url)
    const workers = [await createOutside(env), await createOutside(env)]
    const sql = postgres(url, { max: 1 })
    await fill(sql, waiting, people, workers[0]?.keys.seal('demo-robot-key', 'robot t001') ?? '')
    const minutes = await drain(sql, workers)
    const rows = await sql<{ channel: string; state: string; count: number; last: number }[]>`
      select channel || case when urgent then ', urgent' else '' end as channel, state, count(*)::int as count,
        round(extract(epoch from max(sent_at) - (select min(sent_at) from alerts where channel <> 'inbox'))::numeric, 1)::float8 as last
      from alerts where channel <> 'inbox' group by 1, 2 order by 1, 2`
    const perhaps = await sql<
      { n: number }[]
    >`select count(*)::int as n from alerts where state = 'failed' and code = 'crash' and not urgent`
    const { sent, tooMany } = (await wechat.ask({ ask: 'received' } satisfies Question)) as Received
    await sql.end()
    for (const it of workers) await it.close()
    await wechat.stop()
    const lost = rows.filter(it => it.state !== 'sent').reduce((sum, it) => sum + it.count, -(perhaps[0]?.n ?? 0))
    const urgent = rows.find(it => it.channel === 'wechat, urgent')?.last ?? 0
    return {
      lines: [
        ...heading('backlog', [`PostgreSQL ${await versionOf(cluster.url('bench'))}`]),
        `${waiting} alerts waiting for ${people} people; two workers; ${sent} messages arrived (a group gets one for all that waits), ${tooMany} over a quota, ${lost} not sent, ${perhaps[0]?.n} perhaps sent and not sent again.`,
        '',
        ...table(
          ['channel', 'state', 'alerts', 'last after s'],
          rows.map(it => [it.channel, it.state, it.count, it.last]),
        ),
        '',
        `Urgent ones of WeChat in ${verdict(urgent, '≤', urgentSeconds, ' s')}; all drained in ${verdict(minutes, '≤', limitMinutes, ' min')}. ${lost + tooMany === 0 ? 'Nothing lost, quotas obeyed: passed' : '**Something was lost or over its quota**'}. One message per person at a time: ${round(sent / minutes / 60)} a second.`,
      ],
      passed: holds(urgent, '≤', urgentSeconds) && holds(minutes, '≤', limitMinutes) && lost + tooMany === 0,
    }
  },
})

const envOf = (url: string, wechatUrl: string) =>
  readEnv({
    ...demoEnv(wechatUrl),
    DATABASE_URL: url,
    CHECK_ANSWERS: 'off',
    WECOM_CORPID: 'wwdemohuiyin',
    WECOM_SECRET: 'demo-wecom-secret',
    WECOM_AGENTID: '1000002',
  })

/** Both workers until nothing waits; answers the minutes. */
const drain = async (sql: postgres.Sql, workers: Outside[]) => {
  const started = performance.now()
  const deliver = workers.map(createDelivery)
  const left = async () => Number((await sql`select count(*)::int as n from alerts where state = 'waiting'`)[0]?.n)
  for (let n = await left(); n > 0; n = await left()) {
    await Promise.all(deliver.map(it => it()))
    if (n > 0) await sleep(500)
  }
  return (performance.now() - started) / 60_000
}

type Received = { sent: number; tooMany: number }

const fill = async (sql: postgres.Sql, waiting: number, people: number, robotKey: string) => {
  await sql`insert into permits (person_id, template, "left") select id, 'task', 1000000 from people where openid like 'resident-%'`
  await sql`insert into robots (area_id, key_cipher) values ('t001', ${robotKey})`
  await sql`update people set wecom_userid = 'liqiaoer' where openid = 'resident-1'`
  await sql`
    insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at)
    select gen_random_uuid(), md5('matter' || n / 2)::uuid, 'g000001', p.id, c.channel, 'task', 'report-new',
      jsonb_build_object('number', '261124' || lpad(n::text, 5, '0'), 'kind', '漏水堵水', 'place', '柳塘村 3号楼'), n % 5 = 0,
      'waiting', now() - interval '1 hour' + n * interval '1 millisecond', now() - interval '1 hour' + n * interval '1 millisecond'
    from generate_series(1, ${waiting}::int) n
    cross join lateral (select case when n % 250 = 0 then 'wecom' when n % 100 = 1 then 'robot' else 'wechat' end as channel) c
    join people p on p.openid = 'resident-' || case when c.channel = 'wecom' then 1 else 1 + n % ${people}::int end`
  await sql`update alerts set code = 'network', attempts = 10, due_at = now() + interval '30 minutes' where channel = 'wechat' and left(md5(id::text), 1) > '5'`
  await sql`update alerts set leased_until = now() - interval '1 second', attempts = attempts + 1
    where id in (select id from alerts where channel = 'wechat' and due_at < now() order by id limit ${Math.round(waiting / 50)}::int)`
}
