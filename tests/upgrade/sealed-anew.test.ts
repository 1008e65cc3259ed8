import { listBrokenSeals } from '@huiyin/api/history-commands.ts'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { migratePostgres } from '@huiyin/db/core/migrations.ts'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { beforeWords, type Matters, tamperedTown } from './before-words.ts'

/** Histories that were written while names and words still stood in them are sealed anew, once. */
const slow = 180_000

let town: Awaited<ReturnType<typeof tamperedTown>>
let before: Matters
beforeAll(async () => {
  town = await tamperedTown()
  before = await beforeWords(town.db)
  await migratePostgres(town.url)
}, slow)
afterAll(() => town?.close())

/** Ends whoever waits for a row of this database. Answers how many. */
const killed = async (db: Db) => {
  const rows = await rowsOf(
    db,
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ '^\\s*call'`,
  )
  return rows.length
}

const kept = () =>
  rowsOf<{ history: string; id: string; seal: string; intact: boolean }>(
    town.db,
    sql`select history, matter_id as id, seal, intact from kept_seals`,
  )

test('the last seal of each matter is kept, and the new chain begins with it', async () => {
  const found = await kept()
  expect(new Map(found.map(it => [`${it.history} ${it.id}`, it.seal]))).toEqual(before.lastSeals)
  expect(new Set(found.map(it => it.history))).toEqual(new Set(['report_steps', 'question_steps', 'booking_steps']))
})

test('everybody who acted and everything that was said is read as before', async () => {
  expect((await beforeWords(town.db)).said).toEqual(before.said)
})

test('no word and no name is left in a history, and every step knows the month of its filing', async () => {
  for (const steps of ['report_steps', 'question_steps', 'booking_steps']) {
    const [row] = await rowsOf<{ text: string; months: number }>(
      town.db,
      sql.raw(
        `select string_agg(s::text, ' ') as text, count(*) filter (where month is null)::int as months from ${steps} s`,
      ),
    )
    expect(row?.months).toBe(0)
    for (const text of before.texts) expect(row?.text).not.toContain(text)
  }
})

test('a history that somebody had changed before is not healed by sealing it anew', async () => {
  const broken = await listBrokenSeals(town.db)
  expect(broken).toEqual([{ what: 'former', place: town.tampered.number }])
  expect((await kept()).filter(it => !it.intact).map(it => it.id)).toEqual([town.tampered.id])
})

test(
  'what was interrupted goes on where it stopped',
  async () => {
    const again = await tamperedTown()
    try {
      // It is killed while it waits for the last of the reports.
      const holder = postgres(again.url, { max: 1, onnotice: () => {} })
      await holder.begin(async held => {
        await held`select from reports order by id desc limit 1 for update`
        const tried = migratePostgres(again.url).then(() => 'done', codeOf)
        await vi.waitFor(async () => expect(await killed(again.db)).toBe(1), { timeout: 60_000, interval: 50 })
        expect(await tried).not.toBe('done')
      })
      await holder.end()
      const [row] = await rowsOf<{ n: number }>(again.db, sql`select count(*)::int as n from kept_seals`)
      expect(row?.n).toBeGreaterThan(0)
      await migratePostgres(again.url)
      expect((await beforeWords(again.db)).said).toEqual(before.said)
      expect(await listBrokenSeals(again.db)).toEqual([{ what: 'former', place: again.tampered.number }])
    } finally {
      await again.close()
    }
  },
  slow,
)
