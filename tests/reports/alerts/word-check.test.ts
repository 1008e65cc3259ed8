import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import type { Fault } from '@huiyin/dev/wechat/faults.ts'
import { calm } from '@huiyin/tests/alerts/allowing.ts'
import { impatiently } from '@huiyin/tests/support/impatient.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** WeChat is asked about words that residents wrote; whatever it says, the report stands and is worked on. */
let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
})
afterAll(() => world.close())

const check = '/wxa/msg_sec_check'
const file = async (words: string | undefined) => {
  const id = randomUUID()
  const photoIds = words ? [] : [(await resident.upload()).id]
  await resident.call('fileReport', { id, words, photoIds, buildingId: 't001v1g1b1' })
  await world.settle()
  return id
}
type Check = { verdict: string; code: string | null; tries: number }
const checkOf = async (eventId: string): Promise<Check | undefined> => {
  const [row] = await rowsOf<Check>(
    world.outside.db,
    sql`select verdict, code, tries from word_checks where event_id = ${eventId}::uuid`,
  )
  return row
}
const stillStands = async (id: string, words: string) => {
  const report = await worker.call('getReport', { id })
  expect(report).toMatchObject({ state: 'filed', words })
  expect((await worker.call('listDesk', { desk: 't001v1g1', show: 'waiting' })).items.some(it => it.id === id)).toBe(
    true,
  )
}

test.each([
  ['pass', '楼道里堆着垃圾'],
  ['review', '墙上全是广告'],
  ['risky', '有人做违禁的事'],
])(
  'words that are judged %s: the report is filed, worked on and shown to staff all the same',
  async (verdict, words) => {
    const id = await file(words)
    expect(await checkOf(id)).toEqual({ verdict, code: null, tries: 1 })
    await stillStands(id, words)
    expect((await resident.call('getReport', { id })).words).toBe(words)
  },
)

test.each([
  [61010, '楼道里堆着垃圾'],
  [40003, '楼道里堆着垃圾'],
])('a person of whom WeChat knows nothing today (%i): a human looks', async (errcode, words) => {
  world.wechat.control.inject({ path: check, errcode })
  const id = await file(words)
  expect(await checkOf(id)).toMatchObject({ verdict: 'review', code: String(errcode) })
  await stillStands(id, words)
})

test.each<[string, Omit<Fault, 'path'>]>([
  ['busy', { errcode: -1 }],
  ['at its limit of the minute', { errcode: 44991 }],
  ['at its limit of the day', { errcode: 45009 }],
  ['broken', { http: 500 }],
  ['a web page', { html: true }],
  ['empty', { empty: true }],
  ['silent', { stall: true }],
  ['cut off', { reset: true }],
])('while WeChat is %s the report stands, and the words are asked about again', async (_, fault) => {
  world.wechat.control.inject({ path: check, ...fault })
  const id = await (fault.stall ? impatiently(world, () => file('楼道里堆着垃圾')) : file('楼道里堆着垃圾'))
  expect(await checkOf(id)).toMatchObject({ verdict: 'pending', tries: 1 })
  await stillStands(id, '楼道里堆着垃圾')
  world.clock.forward(2)
  await world.api.chores()
  expect(await checkOf(id)).toEqual({ verdict: 'pass', code: null, tries: 2 })
})

test('after five failures a human looks, and WeChat is left in peace', async () => {
  world.wechat.control.inject({ path: check, http: 500, times: 100 })
  const id = await file('楼道里堆着垃圾')
  for (let n = 0; n < 8; n++) {
    world.clock.forward(2)
    await world.api.chores()
  }
  expect(await checkOf(id)).toEqual({ verdict: 'review', code: 'http', tries: 5 })
  const asked = world.wechat.control.calls().filter(it => it.path === check)
  expect(asked).toHaveLength(5)
})

test('what a resident adds later is asked about too; what staff write is not', async () => {
  const id = await file('楼道里堆着垃圾')
  const [mine, theirs] = [randomUUID(), randomUUID()]
  await resident.call('noteReport', { id, eventId: mine, words: '有人做违禁的事' })
  await worker.call('noteReport', { id, eventId: theirs, words: '违禁物品已清理' })
  await world.settle()
  expect(await checkOf(mine)).toMatchObject({ verdict: 'risky' })
  expect(await checkOf(theirs)).toBeUndefined()
  expect((await worker.call('getReport', { id })).history.map(step => step.words)).toContain('有人做违禁的事')
})

test('a report without words asks nobody', async () => {
  const id = await file(undefined)
  expect(await checkOf(id)).toBeUndefined()
  expect(world.wechat.control.calls().filter(it => it.path === check)).toEqual([])
})

test('WeChat is told the words and whose account it was, and nothing about the place', async () => {
  await resident.call('fileReport', {
    id: randomUUID(),
    words: '灯不亮',
    placeWords: '王大爷家',
    buildingId: 't001v1g1b1',
  })
  await world.settle()
  const [call] = world.wechat.control.calls().filter(it => it.path === check)
  expect(JSON.parse(call?.body ?? '{}')).toEqual({ version: 2, scene: 3, openid: 'resident', content: '灯不亮' })
})
