import { randomUUID } from 'node:crypto'
import type { Operator } from '@huiyin/api/command.ts'
import { runCommand } from '@huiyin/api/commands.ts'
import { listRobotsSealedOtherwise, sealRobotAnew } from '@huiyin/db/alerts/ladder-queries.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { allow, calm, leak, leftFor } from '@huiyin/tests/alerts/allowing.ts'
import { channelsEnv, reachable, setRobot } from '@huiyin/tests/alerts/channels-of-staff.ts'
import { openWorld, type Someone, tap, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** What one person reads, uses up or answers is his; what a group, a township or a unit is told goes to that one. */
let world: World
let resident: Someone
let worker: Someone
let officer: Someone
let partner: Someone
beforeAll(async () => {
  world = await openWorld({ env: channelsEnv })
})
beforeEach(async () => {
  const people = await calm(world, ['resident', 'worker', 'officer', 'partner'])
  ;[resident, worker, officer, partner] = people as [Someone, Someone, Someone, Someone]
  await rowsOf(world.outside.db, sql`delete from robots`)
  await reachable(world, {})
})
afterAll(() => world.close())

const file = async () => {
  const { id } = await resident.call('fileReport', leak({ words: '燃气味很重' }))
  await world.settle()
  return id
}
const later = async (minutes: number) => {
  world.clock.forward(minutes)
  await world.api.deliver()
}
const run = (...words: string[]) => {
  const { db, keys } = world.outside
  const desk: Operator = { db, now: world.clock.now, read: async () => undefined, keys }
  return runCommand(desk, words)
}
const titles = async (who: Someone, id: string) =>
  (await who.call('listAlerts', { limit: 50 })).items.filter(it => it.page.includes(id)).map(it => it.title)
const toldOf = async (id: string) => (await officer.call('listReportAlerts', { id })).items

test('that she has read it does not answer for those who must', async () => {
  await allow(world, worker, 'task', 3)
  const id = await file()
  await worker.call('acceptReport', tap(id))
  await officer.call('superviseReport', { ...tap(id), words: '请尽快' })
  await world.settle()
  await resident.call('markRead', {})
  for (const minutes of [30, 30, 30]) await later(minutes)
  const lead = await world.someone('lead')
  expect(await titles(lead, id)).toContain('没有人应答')
})

test('a message uses up what was allowed of its own kind, and no other', async () => {
  await allow(world, worker, 'task', 2)
  await allow(world, worker, 'progress', 2)
  await file()
  expect([await leftFor(worker, 'task'), await leftFor(worker, 'progress')]).toEqual([1, 2])
})

test('what went out stays sent when he has answered, and stands newest first', async () => {
  await allow(world, worker, 'task', 2)
  const id = await file()
  await worker.call('acceptReport', tap(id))
  world.clock.forward(1)
  await officer.call('superviseReport', { ...tap(id), words: '请尽快' })
  await world.settle()
  await worker.call('startReport', tap(id))
  const his = (await toldOf(id)).filter(it => it.to === '网格员 李秀兰')
  expect(his.map(it => [it.title, it.channel, it.state])).toEqual([
    ['督办任务', 'inbox', 'sent'],
    ['督办任务', 'wechat', 'sent'],
    ['新任务', 'inbox', 'sent'],
    ['新任务', 'wechat', 'sent'],
  ])
})

test('news that nobody must answer is no ladder that climbs, nor is a call by hand a message that waits', async () => {
  await allow(world, resident, 'progress', 2)
  const id = await file()
  await later(30)
  await later(30)
  expect((await officer.call('listCalls', { township: 't001' })).items.map(it => it.reportId)).toEqual([id])
  await worker.call('acceptReport', tap(id))
  await world.settle()
  expect(await officer.call('getHealth', { township: 't001' })).toMatchObject({ waiting: 0, climbing: 0 })
})

test('calls are asked for in the order in which nobody answered, and made once, whoever says so', async () => {
  const first = await file()
  await later(30)
  const second = await file()
  await later(30)
  await later(30)
  const { items } = await officer.call('listCalls', { township: 't001' })
  expect(items.map(it => it.reportId)).toEqual([first, second])
  const id = items[0]?.id ?? ''
  await officer.call('markCalled', { id })
  await (await world.someone('admin')).call('markCalled', { id }).catch(() => undefined)
  await officer.call('markCalled', { id })
  const calls = sql`select caller_id from alert_attempts where alert_id = ${id}::uuid`
  expect(await rowsOf(world.outside.db, calls)).toEqual([{ caller_id: officer.id }])
})

test('the numbers of a township stand as it gave them, and another township’s beside them', async () => {
  await run('phones', 'set', 't001', '值班室', '0310-1', '办公室', '0310-222', '主任', '0310-333')
  await run('phones', 'set', 't002', '值班室', '0310-999')
  await run('phones', 'set', 't001', '值班室', '0310-111', '办公室', '0310-222', '主任', '0310-333')
  const phones = async (who: Someone, township: string) =>
    (await who.call('listCalls', { township })).phones.map(it => it.phone)
  expect(await phones(officer, 't001')).toEqual(['0310-111', '0310-222', '0310-333'])
  expect(await phones(await world.someone('officer-next-town'), 't002')).toEqual(['0310-999'])
})

test('the group of the village is told, where there is one of the township too', async () => {
  await run('ladder', 'set', 't001', 'worker', 'urgent', 'robot:3')
  await setRobot(world, 't001', 'town-key')
  await setRobot(world, 't001v1', 'village-key')
  const asked: string[] = []
  const { sendToGroup } = world.outside.wecom ?? expect.unreachable()
  const wecom = {
    ...world.outside.wecom,
    sendToGroup: async (...it: Parameters<typeof sendToGroup>) => void asked.push(it[0]),
  }
  const before = world.outside.wecom
  Object.assign(world.outside, { wecom })
  await file()
  await later(1)
  Object.assign(world.outside, { wecom: before })
  await run('ladder', 'set', 't001', 'worker', 'urgent')
  expect(new Set(asked)).toEqual(new Set(['village-key']))
})

test('a unit that is silent is asked by its own people, not by the grid', async () => {
  const { db } = world.outside
  const colleague = await world.someone('colleague')
  await rowsOf(
    db,
    sql`insert into postings (person_id, role, title, area_id, unit_id, from_at)
      values (${colleague.id}::uuid, 'partner', '自来水公司', 't001', 'u-water', '2020-01-01Z') returning id`,
  )
  await run('ladder', 'set', 't001', 'partner', 'urgent', 'colleague:5')
  const id = await file()
  await worker.call('acceptReport', tap(id))
  await worker.call('dispatchReport', { ...tap(id), unitId: 'u-water' })
  await world.settle()
  const before = (await titles(worker, id)).length
  await later(10)
  await later(10)
  await run('ladder', 'set', 't001', 'partner', 'urgent')
  expect((await titles(partner, id)).length).toBeGreaterThan(0)
  expect((await titles(worker, id)).length).toBe(before)
  await rowsOf(db, sql`delete from postings where person_id = ${colleague.id}::uuid returning id`)
})

test('the seal of a group’s key that was set anew meanwhile is left as it is', async () => {
  await setRobot(world, 't001', 'one')
  const { db } = world.outside
  const sealed = async () => (await listRobotsSealedOtherwise(db, randomUUID())).map(it => it.cipher)
  const before = await sealed()
  await sealRobotAnew(db, { areaId: 't001', before: 'something older', cipher: 'anew' })
  expect(await sealed()).toEqual(before)
})
