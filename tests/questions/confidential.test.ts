import { randomUUID } from 'node:crypto'
import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import type { Log } from '@huiyin/api/core/outside.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { pathNames } from '@huiyin/shared/core/route.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, routes, type Someone, type World } from '../support/world.ts'
import { claims } from './asking.ts'

/** Everything confidential carries a mark of its own; then the whole house is searched for them. */
const marks = {
  story: '金丝雀故事',
  otherSide: '金丝雀对方',
  safeContact: '金丝雀联系',
  askBack: '金丝雀追问',
  reply: '金丝雀回答',
  note: '金丝雀备注',
  draft: '金丝雀草稿',
  answer: '金丝雀答复',
  followUp: '金丝雀再问',
  publicQuestion: '金丝雀改写',
  publicAnswer: '金丝雀改答',
  file: 'canaryinpdf',
} as const
const found = (text: string) => Object.values(marks).filter(mark => text.includes(mark))

const lines: string[] = []
const keep = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }))
const log: Log = { debug: keep, info: keep, warn: keep, error: keep }
const bytes = new Map<string, Uint8Array>()
const photoStore: PhotoStore = {
  put: async (key, it) => void bytes.set(key, it),
  get: async key => bytes.get(key),
  remove: async key => void bytes.delete(key),
}

let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
const id = randomUUID()
const tap = () => ({ id, eventId: randomUUID() })
const everybodyElse = [
  ...['stranger', 'neighbour', 'worker', 'worker-mate', 'lead', 'officer', 'supervisor', 'partner', 'chief', 'admin'],
  ...['adviser-mate', 'adviser-neutral', 'adviser-next-town', 'justice', 'justice-next-town'],
]

const uploadPdf = async (who: Someone, fileId: string) => {
  const form = new FormData()
  form.set('file', new File([`%PDF-1.4 ${marks.file}`], 'a.pdf', { type: 'application/pdf' }))
  const answer = await who.fetch(`/api/files/${fileId}`, { method: 'POST', body: form })
  expect(answer.status).toBe(201)
  return (await answer.json()) as { url: string }
}

beforeAll(async () => {
  world = await openWorld({ log, photoStore, after: undefined })
  resident = await world.someone('resident')
  adviser = await world.someone('adviser')
  justice = await world.someone('justice')
  const fileId = randomUUID()
  await uploadPdf(resident, fileId)
  await resident.call('askQuestion', {
    id,
    communityId: 't001v1',
    words: marks.story,
    fileIds: [fileId],
    ageBand: 'adult',
    otherSide: marks.otherSide,
    safeContact: marks.safeContact,
    anonymous: true,
  })
  const first = await claims(adviser, id)
  await adviser.call('noteQuestion', { ...tap(), fence: first, words: marks.note })
  await adviser.call('askBack', { ...tap(), fence: first, words: marks.askBack })
  await resident.call('replyQuestion', { ...tap(), words: marks.reply })
  const second = await claims(adviser, id)
  await adviser.call('answerQuestion', {
    ...tap(),
    fence: second,
    words: marks.answer,
    publication: { question: marks.publicQuestion, answer: marks.publicAnswer },
  })
  await resident.call('followUp', { ...tap(), words: marks.followUp })
  const third = await claims(adviser, id)
  await adviser.call('saveDraft', { id, fence: third, words: marks.draft })
  await world.api.chores()
})
afterAll(() => world.close())

test('who asked and who holds it see what is theirs', async () => {
  const hers = JSON.stringify(await resident.call('getQuestion', { id }))
  const { note, draft, file, ...rest } = marks
  expect(found(hers).sort()).toEqual(Object.values(rest).sort())
  const his = JSON.stringify(await adviser.call('getQuestion', { id }))
  expect(found(his)).toEqual(expect.arrayContaining([note, draft, marks.story, marks.otherSide]))
  expect(file).toBeTruthy()
})

test('a dump of the whole database holds not one word', async () => {
  const tables = await rowsOf<{ name: string }>(
    world.outside.db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  expect(tables.length).toBeGreaterThan(40)
  let rows = 0
  for (const { name } of tables) {
    const dump = await rowsOf<{ row: string }>(
      world.outside.db,
      sql`select t::text as row from ${sql.identifier(name)} t`,
    )
    rows += dump.length
    const text = dump.map(it => it.row).join('\n')
    expect([name, found(text)]).toEqual([name, []])
    const hidden = Object.values(marks).filter(
      mark =>
        text.includes(Buffer.from(mark).toString('base64').slice(0, 12)) ||
        text.includes(Buffer.from(mark).toString('hex')),
    )
    expect([name, hidden]).toEqual([name, []])
  }
  expect(rows).toBeGreaterThan(100)
})

test('the store of files holds no readable byte', () => {
  expect(bytes.size).toBeGreaterThan(0)
  for (const it of bytes.values()) expect(found(Buffer.from(it).toString('latin1'))).toEqual([])
})

test('no answer of any route to anybody else holds one', async () => {
  let answered = 0
  for (const openid of everybodyElse) {
    const who = await world.someone(openid)
    const places = [...new Set((await who.call('getMe', {})).posts.flatMap(it => [it.areaId, it.unitId ?? []].flat()))]
    for (const [name, route] of Object.entries(routes)) {
      if (name === 'closeSession') continue
      for (const place of places.length > 0 ? places : ['t001']) {
        const path = pathNames(route.path).reduce(
          (it, part) => it.replace(`:${part}`, part === 'code' ? 't001v1g1b1' : id),
          route.path,
        )
        const query = `?township=${place}&desk=${place}&communityId=t001v1&show=open&q=${encodeURIComponent(marks.story)}&id=${id}`
        const body = JSON.stringify({ eventId: randomUUID(), id, fence: 1, words: '看看', reason: '看看' })
        const reads = route.method === 'GET'
        if (!reads && (openid === 'justice' || name === 'passQuestion')) continue
        const init = reads ? {} : { method: route.method, body, headers: { 'content-type': 'application/json' } }
        const text = await (await who.fetch(reads ? path + query : path, init)).text()
        answered++
        expect([openid, name, found(text)]).toEqual([openid, name, []])
      }
    }
  }
  expect(answered).toBeGreaterThan(1000)
})

test('the township sees the words with a reason alone, and even then no note, no draft, no name of the other side', async () => {
  expect((await justice.fetch(`/api/questions/${id}`)).status).toBe(404)
  const seen = found(JSON.stringify(await justice.call('readQuestion', { ...tap(), reason: '核实投诉' })))
  for (const hidden of ['note', 'draft', 'otherSide', 'safeContact', 'publicQuestion'] as const)
    expect(seen).not.toContain(marks[hidden])
  expect(seen).toContain(marks.story)
})

test('no third party has heard a word: no text check, no picture check, no push that says more than a number', async () => {
  await world.settle()
  expect(world.wechat.control.checks()).toEqual([])
  const called = JSON.stringify(world.wechat.control.calls()) + JSON.stringify(world.wechat.control.sent())
  expect(found(called)).toEqual([])
  expect(called).not.toMatch(/借贷|婚姻|劳动/)
})

test('the log holds not one word either, also where the database fails', async () => {
  for (const table of ['question_texts', 'question_events', 'questions', 'sealed_files', 'alerts']) {
    const [from, to] = [sql.identifier(table), sql.identifier(`${table}_gone`)]
    await rowsOf(world.outside.db, sql`alter table ${from} rename to ${to}`)
    const input = {
      id: randomUUID(),
      communityId: 't001v1',
      words: marks.story,
      otherSide: marks.otherSide,
      ageBand: 'adult' as const,
    }
    const answer = await resident.fetch('/api/questions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    expect(answer.status).toBe(500)
    expect(found(await answer.text())).toEqual([])
    await rowsOf(world.outside.db, sql`alter table ${to} rename to ${from}`)
  }
  expect(lines.length).toBeGreaterThan(1000)
  expect(found(lines.join('\n'))).toEqual([])
})
