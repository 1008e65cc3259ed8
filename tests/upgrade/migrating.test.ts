import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { bringUpPostgres } from '@huiyin/db/bring-up.ts'
import { asDb, openPostgres, rowsOf } from '@huiyin/db/core/client.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { migrateEmbedded, migratePostgres, waitsForTable } from '@huiyin/db/core/migrations.ts'
import { sessionSettings } from '@huiyin/db/core/pool.ts'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { emptyDatabase } from '../support/upgrade-database.ts'
import { readJournal } from '../support/upgrade-release.ts'

const ours = join(import.meta.dirname, '..', '..', 'db', 'migrations')

/** Our migrations and these after them. */
const withMore = (...texts: string[]): string => {
  const into = mkdtempSync(join(tmpdir(), 'huiyin-migrations-'))
  const journal = readJournal()
  for (const { tag } of journal.entries) copyFileSync(join(ours, `${tag}.sql`), join(into, `${tag}.sql`))
  const more = texts.map((text, n) => {
    writeFileSync(join(into, `more_${n}.sql`), text)
    return { tag: `more_${n}`, when: (journal.entries.at(-1)?.when ?? 0) + 1 + n, breakpoints: true }
  })
  mkdirSync(join(into, 'meta'))
  writeFileSync(join(into, 'meta', '_journal.json'), JSON.stringify({ entries: [...journal.entries, ...more] }))
  return into
}
const column = (name: string) => `alter table reports add column ${name} text;`
const indexApart = [
  'drop index concurrently if exists reports_by_kind;',
  'create index concurrently reports_by_kind on reports (kind);',
].join('--> statement-breakpoint\n')

let town: Awaited<ReturnType<typeof openTestDatabase>>
let url: string
beforeAll(async () => {
  town = await openTestDatabase('empty')
  url = town.url ?? expect.fail('needs a real PostgreSQL')
})
afterAll(() => town.close())

const has = async (name: string) =>
  (
    await rowsOf(
      town.db,
      sql`select from information_schema.columns where table_name = 'reports' and column_name = ${name}`,
    )
  ).length > 0

test('a table in use: the migration gives way, says so, and goes in when it is run again', async () => {
  const folder = withMore(column('first'), column('second'))
  await town.db.transaction(async tx => {
    await rowsOf(tx, sql`select from reports limit 1`)
    const tried = migratePostgres(url, { folder, pauses: [10] })
    expect(await tried.then(() => 'done', codeOf)).toBe('tables-busy')
  })
  expect([await has('first'), await has('second')]).toEqual([false, false])
  await migratePostgres(url, { folder, pauses: [] })
  expect([await has('first'), await has('second')]).toEqual([true, true])
})

test('what went in stays in, and what was refused is the first to be tried again', async () => {
  const folder = withMore(
    column('first'),
    column('second'),
    'alter table units add column third text;',
    column('fourth'),
  )
  const stopped = town.db.transaction(async tx => {
    await rowsOf(tx, sql`select from reports limit 1`)
    return migratePostgres(url, { folder, pauses: [] }).then(() => 'done', codeOf)
  })
  expect(await stopped).toBe('tables-busy')
  expect(await rowsOf(town.db, sql`select third from units`)).toEqual([])
  await migratePostgres(url, { folder })
  expect(await has('fourth')).toBe(true)
})

test('two migrators at once: each migration goes in once', async () => {
  const fresh = await emptyDatabase()
  await Promise.all([bringUpPostgres(fresh), bringUpPostgres(fresh)])
  const opened = await openPostgres(fresh)
  const [row] = await rowsOf<{ n: number }>(opened.db, sql`select count(*)::int as n from drizzle.__drizzle_migrations`)
  await opened.close()
  expect(row?.n).toBe(readJournal().entries.length)
})

test('an index is built apart, also while another migrator waits for its turn, and on the embedded database too', async () => {
  const all = withMore(
    column('first'),
    column('second'),
    'alter table units add column third text;',
    column('fourth'),
    indexApart,
  )
  const valid = sql`select indisvalid as valid from pg_index where indexrelid = 'reports_by_kind'::regclass`
  // A second migrator that waits for its turn must not be what the index waits for.
  await Promise.all([migratePostgres(url, { folder: all }), migratePostgres(url, { folder: all })])
  expect(await rowsOf(town.db, valid)).toMatchObject([{ valid: true }])
  const embedded = await PGlite.create('memory://', { extensions: { btree_gist } })
  const db = asDb(drizzle(embedded))
  await migrateEmbedded(db, { folder: all })
  expect(await rowsOf(db, valid)).toMatchObject([{ valid: true }])
  await embedded.close()
}, 120_000)

test('nobody waits longer behind a migration than a request waits for a lock', () => {
  expect(waitsForTable).toBeLessThan(sessionSettings.lock_timeout)
})
