import { rowsOf } from '@huiyin/db/core/client.ts'
import { allow, calm, cardsOf, leak, leftFor } from '@huiyin/tests/alerts/allowing.ts'
import { channelsEnv, reachable, setRobot } from '@huiyin/tests/alerts/channels-of-staff.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** Whoever must answer is rung until somebody does. Chores run when a test says so; the matter's own clock stays out of it. */
let world: World
let resident: Someone
let worker: Someone
let mate: Someone
let lead: Someone
let officer: Someone
beforeAll(async () => {
  world = await openWorld({ env: channelsEnv })
})
beforeEach(async () => {
  const people = await calm(world, ['resident', 'worker', 'worker-mate', 'lead', 'officer'])
  ;[resident, worker, mate, lead, officer] = people as [Someone, Someone, Someone, Someone, Someone]
  await rowsOf(world.outside.db, sql`delete from robots`)
  await reachable(world, {})
})
afterAll(() => world.close())

const file = async (words = '燃气味很重') => {
  const { id } = await resident.call('fileReport', leak({ words }))
  await world.settle()
  return id
}
const later = async (minutes: number) => {
  world.clock.forward(minutes)
  await world.api.deliver()
}
/** By which ways somebody was rung about a matter, in their order. */
const rungs = async (person: Someone, id: string) =>
  (
    await rowsOf<{ channel: string }>(
      world.outside.db,
      sql`select channel from alerts where recipient_id = ${person.id}::uuid and matter_id = ${id}::uuid and channel <> 'inbox' order by created_at, id`,
    )
  ).map(row => row.channel)
const toldOf = async (person: Someone, id: string) =>
  (await person.call('listAlerts', {})).items.filter(it => it.page.includes(id)).map(it => it.title)

test('silence climbs channel by channel, to a colleague, to the level above, and at last to the telephone', async () => {
  await reachable(world, { worker: { employee: true, wecomUserid: 'liqiaoer' } })
  await setRobot(world, 't001v1')
  await allow(world, worker, 'task')
  const id = await file()
  expect(await rungs(worker, id)).toEqual(['employee'])
  await later(3)
  expect(await rungs(worker, id)).toEqual(['employee', 'wechat'])
  await later(3)
  expect(await rungs(worker, id)).toEqual(['employee', 'wechat', 'wecom'])
  await later(3)
  expect(await rungs(worker, id)).toEqual(['employee', 'wechat', 'wecom', 'robot'])
  expect(await toldOf(lead, id)).toEqual([])
  await later(3)
  expect(await toldOf(mate, id)).toEqual(['新任务'])
  await later(5)
  expect(await toldOf(lead, id)).toEqual(['没有人应答'])
  await later(5)
  expect(await toldOf(officer, id)).toEqual(['没有人应答'])
  expect(await rungs(worker, id)).toContain('phone')
  const sent = world.wechat.control.sent().map(it => it.channel)
  expect(new Set(sent)).toEqual(new Set(['employee', 'subscribe', 'wecom', 'robot']))
  await later(600)
  expect(await rungs(worker, id)).toHaveLength(5)
})

test('a rung that does not reach a person is left out, one that fails is passed at once', async () => {
  const id = await file()
  expect(await rungs(worker, id)).toEqual(['wechat'])
  // Without a permit, WeCom or a group, nobody but the level above is left; the inbox alone is given its minutes first.
  expect(await toldOf(lead, id)).toEqual([])
  await later(3)
  expect(await toldOf(lead, id)).toEqual(['没有人应答'])
})

test.each([
  ['reads it', (id: string) => worker.call('markRead', { matterId: id })],
  ['accepts the matter', (id: string) => worker.call('acceptReport', { id, eventId: crypto.randomUUID() })],
])('it stops when he %s', async (_, answer) => {
  await reachable(world, { worker: { wecomUserid: 'liqiaoer' } })
  await allow(world, worker, 'task')
  const id = await file()
  await later(3)
  expect(await rungs(worker, id)).toEqual(['wechat', 'wecom'])
  await answer(id)
  await later(60)
  expect(await rungs(worker, id)).toEqual(['wechat', 'wecom'])
  expect(await toldOf(lead, id)).toEqual([])
})

test('it stops for all who were told when one of them answers, and nobody can answer for another matter', async () => {
  await allow(world, worker, 'task', 2)
  await allow(world, mate, 'task', 2)
  const [first, second] = [await file(), await file('冒烟了')]
  await mate.call('markRead', { matterId: first })
  await resident.call('markRead', {})
  await later(60)
  expect(await toldOf(lead, first)).toEqual([])
  expect(await toldOf(lead, second)).toEqual(['没有人应答'])
})

test('a resident is not chased: what she does not read is not sent again, what fails goes the next way', async () => {
  await reachable(world, { resident: { serviceOpenid: 's-resident' } })
  const id = await file()
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  await world.settle()
  await world.api.deliver()
  expect((await rungs(resident, id)).sort()).toEqual(['service', 'wechat'])
  await allow(world, resident, 'progress')
  await worker.call('startReport', { id, eventId: crypto.randomUUID() })
  await world.settle()
  await later(600)
  expect((await rungs(resident, id)).sort()).toEqual(['service', 'wechat', 'wechat'])
})

test('at night only what is urgent rings; the inbox has it at once', async () => {
  world.clock.now = new Date('2026-11-24T15:30:00.000Z')
  const night = await calm(world, ['resident', 'worker'])
  ;[resident, worker] = night as [Someone, Someone]
  await allow(world, worker, 'task', 2)
  const id = await file('楼道里堆着杂物')
  await file('燃气味很重')
  expect(cardsOf(world, 'worker')).toHaveLength(1)
  expect(await toldOf(worker, id)).toEqual(['新任务'])
  await later(7 * 60)
  expect(cardsOf(world, 'worker')).toHaveLength(1)
  await later(31)
  expect(cardsOf(world, 'worker')).toHaveLength(2)
  expect(await leftFor(worker, 'task')).toBe(0)
  world.clock.now = new Date('2026-11-26T02:00:00.000Z')
})

test('a township may climb its own way', async () => {
  await rowsOf(
    world.outside.db,
    sql`insert into ladders (scope, audience, urgency, rung, via, wait_minutes) values ('t001', 'worker', 'urgent', 1, 'wechat', 1), ('t001', 'worker', 'urgent', 2, 'above', null)`,
  )
  await allow(world, worker, 'task')
  const id = await file()
  await later(3)
  expect(await toldOf(lead, id)).toEqual(['没有人应答'])
  await rowsOf(world.outside.db, sql`delete from ladders where scope = 't001'`)
})

test('many climb at once, and each rung is rung once', async () => {
  await reachable(world, { worker: { wecomUserid: 'liqiaoer' } })
  await allow(world, worker, 'task')
  const id = await file()
  world.clock.forward(3)
  await Promise.all([world.api.deliver(), world.api.deliver(), world.api.deliver()])
  world.clock.forward(30)
  await Promise.all([world.api.deliver(), world.api.deliver(), world.api.deliver()])
  const ways = await rungs(worker, id)
  expect(new Set(ways).size).toBe(ways.length)
  expect(await toldOf(lead, id)).toHaveLength(1)
})
