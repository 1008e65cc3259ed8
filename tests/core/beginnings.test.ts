import { beginningsOf } from '@huiyin/db/beginnings.ts'
import { bringUpEmbedded } from '@huiyin/db/bring-up.ts'
import { begin, beginning } from '@huiyin/db/core/beginnings.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { deadlines } from '@huiyin/db/grids/tables.ts'
import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

/** On both databases: each of them puts in by itself what a county begins with. */
let opened: Awaited<ReturnType<typeof openTestDatabase>>
beforeEach(async () => {
  opened = await openTestDatabase('empty')
})
afterEach(() => opened.close())

const beginnings = Object.values(beginningsOf).flat()
const tables = [...new Set(beginnings.map(it => it.table))]
const nextRelease = () => bringUpEmbedded(opened.db)

const everyRow = async () => {
  const rows = []
  for (const table of tables)
    rows.push(
      ...(await rowsOf<{ row: string }>(
        opened.db,
        sql`select ${getTableConfig(table).name} || t::text as row from ${table} t`,
      )),
    )
  return rows.map(it => it.row).sort()
}

test('a county begins with what its rooms name, and with nothing else', async () => {
  for (const table of tables) {
    const named = beginnings.filter(it => it.table === table).flatMap(it => it.rows)
    const rows = await opened.db.select().from(table)
    expect(rows).toHaveLength(named.length)
    expect(rows).toEqual(expect.arrayContaining([...named]))
  }
})

test('what a county has changed stays so, and what it has taken away does not come back with the next release', async () => {
  const before = await everyRow()
  for (const table of tables)
    await opened.db.execute(sql`delete from ${table} where ctid = (select min(ctid) from ${table})`)
  await opened.db.execute(sql`update ${deadlines} set minutes = minutes + 1`)
  const left = await everyRow()
  expect(left.length).toBe(before.length - tables.length)
  await nextRelease()
  expect(await everyRow()).toEqual(left)
})

test('what a later release begins with comes to every county once, and never over a row of its own', async () => {
  const row = (stage: string, minutes: number) => ({ scope: '*', subject: 'sample', stage, minutes, clock: 'always' })
  await opened.db.insert(deadlines).values(row('had', 5))
  const later = [beginning(deadlines, [row('had', 10), row('new', 10)])]
  const sample = () => rowsOf(opened.db, sql`select stage, minutes from deadlines where urgency = 'sample' order by 1`)
  await begin(opened.db, later)
  expect(await sample()).toEqual([
    { stage: 'had', minutes: 5 },
    { stage: 'new', minutes: 10 },
  ])
  await opened.db.execute(sql`delete from deadlines where urgency = 'sample'`)
  await begin(opened.db, later)
  expect(await sample()).toEqual([])
})
