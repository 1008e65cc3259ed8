import { leaseDue } from '@huiyin/db/alerts/delivery-queries.ts'
import { openPostgres, rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { buildTown } from '../support/town.ts'

test('ten thousand messages that came to wait since the database last counted: taking the next hundred reads few of them', async () => {
  const town = await openTestDatabase()
  await buildTown(town.db)
  await rowsOf(
    town.db,
    sql`insert into people (openid, created_at) select 'caller-' || n, now() from generate_series(1, 2000) n`,
  )
  await rowsOf(town.db, sql`alter table alerts set (autovacuum_enabled = off)`)
  const wait = (count: number, state: string) =>
    rowsOf(
      town.db,
      sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at)
      select gen_random_uuid(), md5('matter' || n / 2)::uuid, 't001v1g1', p.id, 'wechat', 'task', 'report-new', '{}', n % 5 = 0, ${state}, now() + n * interval '1 ms' - interval '1 hour', now()
      from generate_series(1, ${count}::int) n join people p on p.openid = 'caller-' || 1 + n % 2000`,
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
}, 120_000)
