import { randomUUID } from 'node:crypto'
import { listInbox } from '@huiyin/db/alerts/queries.ts'
import { openPostgres, rowsOf } from '@huiyin/db/core/client.ts'
import { listDeskByTime } from '@huiyin/db/reports/list-queries.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

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
