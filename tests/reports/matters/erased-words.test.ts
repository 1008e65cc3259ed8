import { listBrokenSeals } from '@huiyin/api/history-commands.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import { refusal } from '@huiyin/tests/support/world.ts'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from '../cast.ts'
import { operator } from '../clock/clock-town.ts'

/** On both databases: names and words lie beside the history and can be erased; the history stands as it was written. */
let town: Town
let id: string
let number: string
const said = '我叫王桂花，水管又漏了'
const answered = '已联系住户，下午上门'
let hers: { id: string; eventId: string }
beforeAll(async () => {
  town = await openCast()
  const { who, file, tap } = town
  id = await file()
  hers = tap(id)
  await who.resident.call('noteReport', { ...hers, words: said, photoIds: [] })
  await who.worker.call('noteReport', { ...tap(id), words: answered, photoIds: [] })
  number = (await town.stateOf(id)).number
})
afterAll(() => town.world.close())

const rows = <T>(query: SQL) => rowsOf<T>(town.world.outside.db, query)
const history = async () => (await town.stateOf(id)).history.map(({ by, words }) => ({ by, words }))
const tables = async () => {
  const [row] = await rows<{ text: string }>(
    sql`select concat((select string_agg(s::text, ' ') from report_steps s), (select string_agg(w::text, ' ') from report_words w)) as text`,
  )
  return row?.text ?? ''
}
const erase = (...args: string[]) => operator(town.world)('history', 'erase', ...args)

test('a history holds neither a name nor a word, only what nobody can guess them from', async () => {
  const steps = await rows<{ text: string; actor: string | null; words_hash: string | null; month: string }>(
    sql`select s::text as text, actor, words_hash, month::text from report_steps s where report_id = ${id}::uuid order by seq`,
  )
  expect(steps.map(it => [it.actor, it.words_hash !== null])).toEqual([
    [actors.resident, false],
    [actors.resident, true],
    [null, true],
  ])
  for (const it of steps) expect(it.text).not.toMatch(/王桂花|住户|周/)
  expect(new Set(steps.map(it => it.month))).toEqual(new Set(['2026-11-01']))
  // The same words twice are not the same hash.
  await town.who.resident.call('noteReport', { ...town.tap(id), words: said, photoIds: [] })
  const [hashes] = await rows<{ n: number }>(
    sql`select count(distinct words_hash)::int as n from report_steps where report_id = ${id}::uuid and words_hash is not null`,
  )
  expect(hashes?.n).toBe(3)
})

test('erased words are gone from the database, read 已删除, and the history is still whole', async () => {
  expect(await erase(number, '1', '文字', '李娟', '本人要求删除')).toMatchObject({ ok: true })
  expect((await history())[1]).toEqual({ by: actors.resident, words: '已删除' })
  expect(await erase(number, '3', '文字', '李娟', '本人要求删除')).toMatchObject({ ok: true })
  expect(await tables()).not.toContain('王桂花')
  expect(await listBrokenSeals(town.world.outside.db)).toEqual([])
  const verified = await operator(town.world)('history', 'verify')
  expect(verified).toMatchObject({ ok: true, text: expect.stringContaining('2 处姓名或文字已删除') })
})

test('who erased it and why stays', async () => {
  expect(
    await rows(sql`select erased_by, erased_why from report_words where text is null order by erased_at limit 1`),
  ).toEqual([{ erased_by: '李娟', erased_why: '本人要求删除' }])
})

test('a tap whose words were erased is not taken a second time', async () => {
  expect(await refusal(town.who.resident.call('noteReport', { ...hers, words: said, photoIds: [] }))).toBe('id-reused')
  expect(await history()).toHaveLength(4)
})

test('a name is erased by itself: what he said stays', async () => {
  const [, , before] = await history()
  expect(before?.by).toMatch(/ /)
  expect(await erase(number, '2', '姓名', '李娟', '离职后要求')).toMatchObject({ ok: true })
  expect((await history())[2]).toEqual({ by: '已删除', words: answered })
  expect(await tables()).not.toContain(before?.by)
})

test('what is not there is not erased, and nothing is erased without saying who and why', async () => {
  for (const args of [
    [number, '1', '文字', '李娟', '再删一次'],
    [number, '0', '姓名', '李娟', '居民没有姓名可删'],
    [number, '99', '文字', '李娟', '没有这一步'],
    [`${number}9`, '2', '文字', '李娟', '没有这件事'],
    [number, '2', '照片', '李娟', '删错了'],
    [number, '-1', '文字', '李娟', '写错了'],
    [number, '2', '文字', ' ', '没写经手人'],
    [number, '2', '文字', '李娟', ' '],
  ])
    expect(await erase(...args)).toMatchObject({ ok: false, text: expect.stringMatching(/\p{Script=Han}/u) })
  expect((await history())[2]?.words).toBe(answered)
})

test('behind the program nothing is changed but that, and nothing erased comes back', async () => {
  const at = sql`step_id = (select id from report_steps where report_id = ${id}::uuid and seq = 2) and what = 'words'`
  for (const change of [
    sql`update report_words set text = '别的话' where ${at}`,
    sql`delete from report_words where ${at}`,
    sql`update report_words set text = null, salt = null where ${at}`,
    sql`update report_words set erased_at = null, erased_by = null, erased_why = null, text = '回来', salt = 's' where text is null`,
    sql`update report_steps set words_hash = null where report_id = ${id}::uuid`,
    sql`update report_steps set input_hash = 'x' where report_id = ${id}::uuid`,
    sql`delete from report_steps where report_id = ${id}::uuid`,
    sql`delete from kept_seals`,
  ])
    await rows(change).then(
      found => expect(found).toEqual([]),
      error => expect((error as { cause: { code: string } }).cause.code).toMatch(/^23/),
    )
  expect((await history()).map(it => it.words)).toEqual([null, '已删除', answered, '已删除'])
})

test('words that vanish without having been erased are missed', async () => {
  const run = (text: string) => rows(sql.raw(text))
  await run('alter table report_words disable trigger user')
  await run(`delete from report_words where what = 'words' and text is not null`)
  await run('alter table report_words enable trigger user')
  expect(await listBrokenSeals(town.world.outside.db)).toEqual([{ what: 'said', place: `${number} #2` }])
})

test('the roles that are no names are those of the house', async () => {
  const words = [...Object.values(actors), '网格员 周强', '']
  const [row] = await rows<{ is: boolean[] }>(
    sql`select json_agg(is_role(w) order by n) as is from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) with ordinality t(w, n)`,
  )
  expect(row?.is).toEqual([...Object.values(actors).map(() => true), false, false])
})
