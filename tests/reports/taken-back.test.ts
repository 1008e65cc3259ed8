import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allow } from '../alerts/allowing.ts'
import { refusal } from '../support/world.ts'
import { openCast, type Town } from './cast.ts'
import { accept, accepted, assign, dispatched, filed, giveBack } from './scenes.ts'

/** Who loses a matter hears so, once, and is not sent there by an older message. */
let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(() => town.world.close())

const newest = async (name: keyof Town['who'], id: string) =>
  (await town.who[name].call('listAlerts', { limit: 50 })).items.find(it => it.page.endsWith(id)) ?? expect.fail(name)
/** What still waits to ring somebody about it. */
const waiting = (id: string) =>
  rowsOf<{ openid: string; kind: string }>(
    town.world.outside.db,
    sql`select p.openid, a.kind from alerts a join people p on p.id = a.recipient_id where a.matter_id = ${id}::uuid and a.state = 'waiting'`,
  )

test('a neighbour who joined hears that it was taken back, finds it so, and files his own', async () => {
  const { who, tap, file, stateOf } = town
  const id = await filed(town)
  await who.resident.call('withdrawReport', tap(id))
  const told = await newest('neighbour', id)
  expect(told).toMatchObject({ title: '上报人已撤回', page: `reports/pages/show/index?id=${id}` })
  expect(told.text).toContain('自己报一次')
  expect(await stateOf(id, 'neighbour')).toMatchObject({ state: 'withdrawn', mine: false, can: ['see'] })
  const own = await file({ words: '我家也漏水' })
  expect(await stateOf(own)).toMatchObject({ state: 'filed' })
})

test('whose report went to another grid hears whose it is now, and his message opens his desk, for it is not there any more', async () => {
  const id = await accepted(town)
  await assign(town, id)
  expect(await newest('worker', id)).toMatchObject({
    ...{ title: '已由别人负责', page: `reports/pages/desk/index?id=${id}` },
    text: expect.stringContaining('现由网格员 吴桂英负责'),
  })
  expect(await refusal(town.stateOf(id, 'worker'))).toBe('not-found')
})

test('a unit that is called back hears so and finds nothing there any more', async () => {
  const id = await dispatched(town)
  await giveBack(town, id)
  expect(await newest('partner', id)).toMatchObject({ title: '联动任务已结束' })
  expect(await refusal(town.stateOf(id, 'partner'))).toBe('not-found')
})

const atNight = () => {
  town.world.clock.now = new Date('2026-11-24T15:00:00.000Z')
}

test.each([
  ['she takes it back', (id: string) => town.who.resident.call('withdrawReport', town.tap(id))],
  ['a colleague accepts it', (id: string) => town.who['worker-mate'].call('acceptReport', town.tap(id))],
])('what was to ring in the morning does not ring when, in the night, %s', async (_, act) => {
  const { world, who, file } = town
  for (const it of [who.worker, who['worker-mate']]) await allow(world, it, 'task')
  atNight()
  const id = await file({ words: '路灯不亮' })
  await world.settle()
  expect((await waiting(id)).map(it => it.kind)).toContain('report-new')
  await act(id)
  await world.settle()
  expect((await waiting(id)).filter(it => it.kind === 'report-new')).toEqual([])
})

test('a note answers for nobody: what was to ring in the morning still does', async () => {
  const { world, who, tap, file } = town
  await allow(world, who.worker, 'task')
  atNight()
  const id = await file({ words: '路灯不亮' })
  await who.resident.call('noteReport', { ...tap(id), words: '门口那一盏' })
  await world.settle()
  expect((await waiting(id)).map(it => it.kind)).toContain('report-new')
  await accept(town, id)
})
