import { randomUUID } from 'node:crypto'
import { leaseDue } from '@huiyin/db/alerts/delivery-queries.ts'
import { listInbox } from '@huiyin/db/alerts/inbox-queries.ts'
import { openPostgres, rowsOf } from '@huiyin/db/core/client.ts'
import { listDeskByTime } from '@huiyin/db/reports/list-queries.ts'
import { openTestDatabase } from '@huiyin/tests/support/database.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

/** The town with two thousand residents more. */
const openCrowd = async () => {
  const town = await openTestDatabase()
  await rowsOf(
    town.db,
    sql`insert into people (openid, created_at) select 'neighbour-' || n, now() from generate_series(1, 2000) n`,
  )
  return town
}

test('the database plans a statement once for a connection, in a transaction too and whatever the grid or the person', async () => {
  const town = await openTestDatabase()
  const { db, close } = await openPostgres(town.url ?? '', { max: 1 })
  for (let n = 0; n < 20; n++) {
    await listDeskByTime(db, { role: 'worker', id: `g${n}` }, new Date(), 21)
    await listInbox(db, randomUUID(), 21, undefined)
  }
  await db.transaction(async tx => {
    for (let n = 0; n < 3; n++) await rowsOf(tx, sql`select ${String(n)}::int as inside`)
  })
  const planned = await rowsOf<{ name: string; anew: number; kept: number }>(
    db,
    sql.raw(`select case when statement like '%inside%' then 'inside' when statement like '%alerts%' then 'inbox' else 'desk' end as name,
      custom_plans::int as anew, generic_plans::int as kept from pg_prepared_statements where statement like '%$%' order by name`),
  )
  expect(planned).toEqual([
    // PostgreSQL itself tries five times before it keeps a plan.
    { name: 'desk', anew: 5, kept: 15 },
    { name: 'inbox', anew: 5, kept: 15 },
    { name: 'inside', anew: 3, kept: 0 },
  ])
  await close()
  await town.close()
})

test('a worker of many alerts among residents of few: the inbox comes in the order of its index, not read whole and sorted', async () => {
  const town = await openCrowd()
  await rowsOf(
    town.db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
    select gen_random_uuid(), gen_random_uuid(), 't001v1g1', p.id, 'inbox', 'report-new', '{}', false, 'sent', now(), now() - n * interval '1 minute'
    from people p, generate_series(1, 400) n where n <= 3 or p.openid = 'worker'`,
  )
  await rowsOf(town.db, sql`analyze alerts`)
  const { db, close } = await openPostgres(town.url ?? '', { max: 1 })
  const [worker] = await rowsOf<{ id: string }>(db, sql`select id from people where openid = 'worker'`)
  for (let n = 0; n < 7; n++) expect(await listInbox(db, worker?.id ?? '', 21, undefined)).toHaveLength(21)
  await rowsOf(db, sql`select pg_stat_force_next_flush()`)
  const read = await rowsOf<{ rows: number }>(
    db,
    sql`select idx_tup_read::int as rows from pg_stat_user_indexes where indexrelname in ('alerts_inbox', 'alerts_inbox_matter') order by indexrelname`,
  )
  // Of each row once more, for how many there are of its matter.
  expect(read.map(it => it.rows)).toEqual([7 * 21, 7 * 21])
  await close()
  await town.close()
})

test('ten thousand messages that came to wait since the database last counted: taking the next hundred reads few of them', async () => {
  const town = await openCrowd()
  await rowsOf(town.db, sql`alter table alerts set (autovacuum_enabled = off)`)
  const wait = (count: number, state: string) =>
    rowsOf(
      town.db,
      sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at)
      select gen_random_uuid(), md5('matter' || n / 2)::uuid, 't001v1g1', p.id, 'wechat', 'task', 'report-new', '{}', n % 5 = 0, ${state}, now() + n * interval '1 ms' - interval '1 hour', now()
      from generate_series(1, ${count}::int) n join people p on p.openid = 'neighbour-' || 1 + n % 2000`,
    )
  await wait(1000, 'sent')
  await rowsOf(town.db, sql`vacuum analyze alerts`)
  await wait(10_000, 'waiting')
  const { db, close } = await openPostgres(town.url ?? '', { max: 1, deadline: 60_000 })
  await rowsOf(db, sql`select set_config('statement_timeout', '60s', false)`)
  expect(await leaseDue(db, 100, new Date())).toHaveLength(100)
  await rowsOf(db, sql`select pg_stat_force_next_flush()`)
  const [read] = await rowsOf<{ rows: number }>(
    db,
    sql`select (select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'alerts')::int
      + (select seq_tup_read from pg_stat_user_tables where relname = 'alerts')::int as rows`,
  )
  expect(read?.rows).toBeLessThan(20_000)
  await close()
  await town.close()
})
