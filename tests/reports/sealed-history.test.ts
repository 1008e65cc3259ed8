import { randomUUID } from 'node:crypto'
import { listBrokenSeals } from '@huiyin/api/history-commands.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from './cast.ts'

let town: Town
let id: string
let number: string
beforeAll(async () => {
  town = await openCast()
  const { who, file, close, tap } = town
  id = await file()
  await close(id, 'poor')
  // A visit that finds it not solved is two steps in one statement.
  await who.officer.call('recordVisit', { ...tap(id), result: 'not-solved', words: '又坏了', photoIds: [] })
  number = (await town.stateOf(id)).number
})
afterAll(() => town.world.close())

const broken = () => listBrokenSeals(town.world.outside.db)
/** What only the owner of the database can do: past the triggers, and back again afterwards. */
const tamper = async (table: 'report_steps' | 'report_words' | 'looks', change: string, back: string) => {
  const run = (text: string) => rowsOf(town.world.outside.db, sql.raw(text))
  await run(`alter table ${table} disable trigger all`)
  for (const text of change.split(';')) await run(text)
  const seen = await broken()
  for (const text of back.split(';')) await run(text)
  await run(`alter table ${table} enable trigger all`)
  return seen
}
const step = (seq: number) => `where report_id = '${id}' and seq = ${seq}`

test('a history is sealed step by step, also where two steps are taken at once', async () => {
  const rows = await rowsOf<{ seal: string }>(
    town.world.outside.db,
    sql`select seal from report_events where report_id = ${id}::uuid`,
  )
  expect(rows).toHaveLength(6)
  for (const { seal } of rows) expect(seal).toMatch(/^[0-9a-f]{64}$/)
  expect(await broken()).toEqual([])
})

test('one letter changed behind the program’s back is found, and which step it was', async () => {
  const said = `where what = 'words' and step_id = (select id from report_steps ${step(2)})`
  expect(
    await tamper(
      'report_words',
      `update report_words set text = '修好啦' ${said}`,
      `update report_words set text = '修好了' ${said}`,
    ),
  ).toEqual([{ what: 'said', place: `${number} #2` }])
  expect(
    await tamper(
      'report_steps',
      `update report_steps set at = at + interval '1 minute' ${step(2)}`,
      `update report_steps set at = at - interval '1 minute' ${step(2)}`,
    ),
  ).toEqual([{ what: 'step', place: `${number} #2` }])
  expect(await broken()).toEqual([])
})

test('a step that is taken away is missed: in the middle by the one after it, at the end by the matter', async () => {
  const gone = (seq: number) =>
    tamper(
      'report_steps',
      `create table gone as select * from report_steps ${step(seq)}; delete from report_steps ${step(seq)}`,
      'insert into report_steps select * from gone; drop table gone',
    )
  expect(await gone(2)).toEqual([{ what: 'step', place: `${number} #3` }])
  expect(await gone(5)).toEqual([{ what: 'end', place: number }])
  expect(await broken()).toEqual([])
})

test('a step without the one before it is not written at all', async () => {
  const copy = sql`insert into report_events select gen_random_uuid(), report_id, 9, event, state, level, owner_id, grid_id, actor_id, actor, words,
    staff_only, due_at, input_hash, at from report_events where report_id = ${id}::uuid and seq = 0`
  await expect(rowsOf(town.world.outside.db, copy)).rejects.toMatchObject({
    cause: expect.objectContaining({ code: '23001' }),
  })
})

test('looks at one person stand in line, however many look at once, and a reason cannot be made up afterwards', async () => {
  const { world, who } = town
  const subject = who.resident.id
  const look = (n: number) =>
    rowsOf(
      world.outside.db,
      sql`insert into looks (id, subject_id, viewer_id, viewer, reason, input_hash, at)
        values (${randomUUID()}::uuid, ${subject}::uuid, ${who.worker.id}::uuid, '网格员', ${`第${n}次`}, '', now())`,
    )
  await Promise.all([1, 2, 3, 4, 5].map(look))
  expect(await broken()).toEqual([])
  const rows = await rowsOf<{ id: string; seq: number }>(world.outside.db, sql`select id, seq from looks order by seq`)
  expect(rows.map(it => it.seq)).toEqual([0, 1, 2, 3, 4])
  const seen = await tamper(
    'looks',
    `update looks set reason = reason || '。' where seq = 1`,
    `update looks set reason = rtrim(reason, '。') where seq = 1`,
  )
  expect(seen).toEqual([{ what: 'look', place: rows[1]?.id }])
})
