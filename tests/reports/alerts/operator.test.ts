import { randomUUID } from 'node:crypto'
import type { Operator } from '@huiyin/api/command.ts'
import { runCommand } from '@huiyin/api/commands.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { allow, calm, cardsOf, leak } from '@huiyin/tests/alerts/allowing.ts'
import { reachable } from '@huiyin/tests/alerts/channels-of-staff.ts'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** What the operator and the township see of alerts, and what they can do about them. */
const send = '/cgi-bin/message/subscribe/send'
let world: World
let resident: Someone
let worker: Someone
let officer: Someone
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  ;[resident, worker, officer] = (await calm(world, ['resident', 'worker', 'officer'])) as [Someone, Someone, Someone]
})
afterAll(() => world.close())

const run = (...words: string[]) => {
  const { db, keys } = world.outside
  const desk: Operator = { db, now: world.clock.now, read: async () => undefined, keys }
  return runCommand(desk, words)
}
const file = async () => {
  const { id } = await resident.call('fileReport', leak({ words: '燃气味很重' }))
  await world.settle()
  return id
}
const later = async (minutes: number) => {
  world.clock.forward(minutes)
  await world.api.deliver()
}

test('what is dead is counted, listed and sent again once its cause is mended', async () => {
  await allow(world, worker, 'task')
  world.wechat.control.inject({ path: send, errcode: 40037, times: 1 })
  await file()
  expect((await run('alerts', 'status')).text).toMatch(/要人工处理 1 条[\s\S]*微信提醒 {2}40037/)
  const { text } = await run('alerts', 'dead')
  expect(text).toMatch(/^[0-9a-f-]{36} {2}\S+ {2}微信提醒 {2}新任务 {2}40037$/)
  const [id = ''] = text.split('  ')
  expect((await run('alerts', 'retry', 'nonsense')).ok).toBe(false)
  expect(await run('alerts', 'retry', id)).toMatchObject({ ok: true })
  await world.api.deliver()
  expect(cardsOf(world, 'worker')).toHaveLength(1)
  expect((await run('alerts', 'retry', 'all')).ok).toBe(false)
  expect(await (await world.anybody('/readyz')).json()).toMatchObject({ alerts: { dead: 0 } })
})

test('the staff of a matter sees whom it rang and what came of it; a resident does not', async () => {
  await allow(world, worker, 'task')
  const id = await file()
  await worker.call('markRead', { matterId: id })
  const { items } = await worker.call('listReportAlerts', { id })
  const shown = items.map(({ to, title, channel, state, why, readAt }) => [
    to,
    title,
    channel,
    state,
    why,
    readAt !== null,
  ])
  expect(shown).toContainEqual(['网格员 李秀兰', '新任务', 'inbox', 'sent', null, true])
  expect(shown).toContainEqual(['网格员 李秀兰', '新任务', 'wechat', 'sent', null, false])
  expect(shown).toContainEqual(['网格员 陈建国', '新任务', 'wechat', 'failed', '提醒次数用完了', false])
  expect(JSON.stringify(items)).not.toContain('已收到')
  expect(await refusal(resident.call('listReportAlerts', { id }))).toBe('not-allowed')
})

test('when nobody answers the township is asked to call, sees the duty numbers, and the call ends the chase', async () => {
  expect(await run('phones', 'set', 't001', '值班室', '0310-1234567', '带班领导', '0310-7654321')).toMatchObject({
    ok: true,
  })
  expect((await run('phones', 'set', 't001', '值班室', '打这个')).ok).toBe(false)
  const id = await file()
  await later(30)
  await later(30)
  const { items, phones } = await officer.call('listCalls', { township: 't001' })
  expect(items).toMatchObject([
    { reportId: id, who: expect.stringMatching(/^网格员 /), kind: '安全隐患', place: '柳塘村 1号楼' },
  ])
  expect(phones).toEqual([
    { title: '值班室', phone: '0310-1234567' },
    { title: '带班领导', phone: '0310-7654321' },
  ])
  const call = { id: items[0]?.id ?? '' }
  expect(await refusal(worker.call('markCalled', call))).toBe('not-found')
  await officer.call('markCalled', call)
  await officer.call('markCalled', call)
  expect((await officer.call('listCalls', { township: 't001' })).items).toEqual([])
  await later(600)
  expect((await officer.call('listCalls', { township: 't001' })).items).toEqual([])
})

test('a call shows the number of whoever does not answer, to the township alone, and he can read who looked', async () => {
  const numbers = { worker: { phone: '13800138000' }, 'worker-mate': { phone: '13800138000' } }
  await reachable(world, numbers)
  const id = await file()
  await later(30)
  await later(30)
  const { items } = await officer.call('listCalls', { township: 't001' })
  const call = items.find(it => it.hasPhone) ?? expect.fail('nobody of them has a number')
  const eventId = randomUUID()
  expect(await refusal(worker.call('revealCall', { id: call.id, eventId }))).toBe('not-found')
  expect(await officer.call('revealCall', { id: call.id, eventId })).toEqual({ phone: '13800138000' })
  expect(await officer.call('revealCall', { id: call.id, eventId })).toEqual({ phone: '13800138000' })
  const mate = await world.someone('worker-mate')
  const looks = await Promise.all([worker, mate].map(it => it.call('listLooks', {})))
  expect(looks.flatMap(it => it.items)).toMatchObject([{ reason: '提醒没有人应答，打电话问一问' }])
  await officer.call('markCalled', { id: call.id, result: 'no-answer' })
  const [again] = (await officer.call('listCalls', { township: 't001' })).items.filter(it => it.id === call.id)
  expect(again).toMatchObject({ reportId: id, tries: 1, triedAt: expect.any(String) })
  await reachable(world, {})
})

test.each([
  ['reads it', (id: string) => worker.call('markRead', { matterId: id })],
  ['accepts it', (id: string) => worker.call('acceptReport', { id, eventId: randomUUID() })],
])('nobody need be telephoned any more once somebody who was called %s', async (_, answer) => {
  const id = await file()
  await later(30)
  await later(30)
  const calls = async () => (await officer.call('listCalls', { township: 't001' })).items
  await officer.call('markRead', {})
  expect((await calls()).map(it => it.reportId)).toContain(id)
  await answer(id)
  await world.settle()
  expect((await calls()).map(it => it.reportId)).not.toContain(id)
})

test('the township’s page says how delivery stands', async () => {
  await file()
  const health = await officer.call('getHealth', { township: 't001' })
  expect(health).toMatchObject({ waiting: 0, dead: 0 })
  expect(health.failures).toContainEqual({
    channel: 'wechat',
    code: 'no-permit',
    why: '提醒次数用完了',
    count: expect.any(Number),
  })
})

test('somebody with a duty agrees to staff messages, and may take it back', async () => {
  expect((await worker.call('listPermits', {})).employee).toBeNull()
  const town = await openWorld({
    env: { EMPLOYEE_TEMPLATES: '{"task":{"id":"E1","fields":{}},"overdue":{"id":"E1","fields":{}}}' },
  })
  const he = await town.someone('worker')
  expect((await he.call('listPermits', {})).employee).toEqual({ templateIds: ['E1'], agreed: false })
  expect((await he.call('recordEmployee', { accepted: true })).employee).toEqual({ templateIds: ['E1'], agreed: true })
  expect((await he.call('recordEmployee', { accepted: false })).employee?.agreed).toBe(false)
  const she = await town.someone('resident')
  expect((await she.call('listPermits', {})).employee).toBeNull()
  expect(await refusal(she.call('recordEmployee', { accepted: true }))).toBe('not-allowed')
  await town.close()
})

test('a township’s ladder, groups and contacts are set from the command line, and wrong words change nothing', async () => {
  const before = (await run('ladder', 'list')).text
  for (const wrong of [
    ['ladder', 'set', 't009', 'worker', 'urgent', 'wechat'],
    ['ladder', 'set', 't001', 'nobody', 'urgent', 'wechat'],
    ['ladder', 'set', 't001', 'worker', 'urgent', 'pigeon'],
    ['ladder', 'set', 't001', 'worker', 'urgent', 'wechat:0'],
    ['robots', 'set', 'nowhere', 'key'],
    ['people', 'contact', 'nobody', 'wecom', 'li'],
    ['people', 'contact', 'worker', 'pigeon', 'li'],
  ])
    expect((await run(...wrong)).ok).toBe(false)
  expect((await run('ladder', 'list')).text).toBe(before)
  expect((await run('ladder', 'set', 't001', 'worker', 'urgent', 'wechat:1', 'above')).ok).toBe(true)
  expect((await run('ladder', 'list')).text).toContain('t001  worker  urgent  1  wechat  1 分钟')
  expect((await run('ladder', 'set', 't001', 'worker', 'urgent')).ok).toBe(true)
  expect((await run('ladder', 'list')).text).toBe(before)
  expect((await run('robots', 'set', 't001', 'secret-key')).ok).toBe(true)
  const [robot] = await rowsOf<{ key_cipher: string }>(world.outside.db, sql`select key_cipher from robots`)
  expect(robot?.key_cipher).not.toContain('secret-key')
  expect((await run('robots', 'set', 't001', '-')).ok).toBe(true)
  expect((await run('people', 'contact', 'worker', 'wecom', 'li')).ok).toBe(true)
  expect((await run('people', 'contact', 'officer', 'wecom', 'li')).ok).toBe(false)
  expect((await run('people', 'contact', 'worker', 'wecom', '-')).ok).toBe(true)
})
