import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { root } from '@huiyin/dev/build.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

let opened: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  opened = await openTestDatabase('empty')
})
afterAll(() => opened.close())

/** Tables in which the columns of one unique index are among those of another. */
const doubled = async (): Promise<string[]> => {
  const rows = await rowsOf<{ name: string }>(
    opened.db,
    sql`select distinct a.indrelid::regclass::text as name from pg_index a join pg_index b on b.indrelid = a.indrelid and b.indexrelid <> a.indexrelid
      join pg_class c on c.oid = a.indrelid and c.relnamespace = 'public'::regnamespace
      where a.indisunique and b.indisunique and a.indkey::int2[] <@ b.indkey::int2[] and 0 <> all(a.indkey::int2[])`,
  )
  return rows.map(it => it.name)
}

const sources = () =>
  readdirSync(join(root, 'db'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('queries.ts') && !name.includes('node_modules'))
    .map(name => readFileSync(join(root, 'db', name), 'utf8'))

test('where two unique indexes watch over the same columns, an insert that passes over what is there names none of them', async () => {
  const tables = await doubled()
  expect(tables).toContain('photos')
  // Of two at the same moment one would be passed over by the index that is named, and fail by the other.
  const named = tables.flatMap(table =>
    sources().flatMap(text => text.match(new RegExp(`insert into ${table}\\b[^;]{0,500}?on conflict \\(`)) ?? []),
  )
  expect(named).toEqual([])
})
