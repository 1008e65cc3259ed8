import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { allow, calm, leak, leftFor } from '@huiyin/tests/alerts/allowing.ts'
import { channelsEnv, reachable, setRobot, troubles, type Ways } from '@huiyin/tests/alerts/channels-of-staff.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/** A gateway for short messages as docs/operations.md describes it. */
const gateway = { answers: [] as { status: number; body: string }[], got: [] as Record<string, unknown>[] }
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  gateway.got.push({ ...JSON.parse(Buffer.concat(chunks).toString()), key: request.headers.authorization })
  const { status, body } = gateway.answers.shift() ?? { status: 200, body: '{"id":"m-1"}' }
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
})

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const sms = { SMS_URL: `http://127.0.0.1:${port}/send`, SMS_KEY: 'gateway-key' }
  const task = { id: 'SMS_TASK', fields: { number: 'number', place: 'place' } }
  world = await openWorld({ env: { ...channelsEnv, ...sms, SMS_TEMPLATES: JSON.stringify({ task }) } })
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
  await rowsOf(world.outside.db, sql`delete from robots`)
  gateway.answers.length = 0
  gateway.got.length = 0
})
afterAll(async () => {
  await world.close()
  server.close()
})

/** The only way to the worker, rung at once. */
const only = async (via: string, ways: Ways = {}) => {
  await rowsOf(world.outside.db, sql`delete from ladders where scope = 't001'`)
  await rowsOf(
    world.outside.db,
    sql`insert into ladders (scope, audience, urgency, rung, via, wait_minutes) select 't001', 'worker', u, 1, ${via}, 5 from (values ('urgent'), ('calm')) v(u)`,
  )
  await reachable(world, { worker: ways })
}
const file = async (words = '燃气味很重') => {
  const receipt = await resident.call('fileReport', leak({ words }))
  await world.settle()
  return receipt
}
const rowOf = async (id: string) =>
  (
    await rowsOf<{ state: string; code: string | null; attempts: number }>(
      world.outside.db,
      sql`select state, code, attempts from alerts where matter_id = ${id}::uuid and recipient_id = ${worker.id}::uuid and channel <> 'inbox'`,
    )
  )[0]
const later = async (minutes: number) => {
  world.clock.forward(minutes)
  await world.wechat.control.advance(minutes * 60_000)
  await world.api.deliver()
}
const sent = (channel: string) => world.wechat.control.sent().filter(it => it.channel === channel)

test('WeCom shows a card with number, place and time, and opens the matter', async () => {
  await only('wecom', { wecomUserid: 'liqiaoer' })
  const { id, number } = await file()
  expect(sent('wecom')).toMatchObject([
    {
      userids: ['liqiaoer'],
      msgtype: 'miniprogram_notice',
      content: {
        title: expect.stringContaining('新任务'),
        page: `reports/pages/handle/index?id=${id}`,
        content_item: [
          { key: '编号', value: number },
          { key: '地点', value: '柳塘村 1号楼' },
          { key: '时限', value: expect.stringMatching(/^11月24日 10:3\d$/) },
        ],
      },
    },
  ])
  expect(await rowOf(id)).toMatchObject({ state: 'sent' })
})

test('a message by another channel costs none of the messages that she has allowed in WeChat', async () => {
  await allow(world, worker, 'task', 2)
  await only('wecom', { wecomUserid: 'liqiaoer' })
  const { id } = await file()
  expect(await rowOf(id)).toMatchObject({ state: 'sent' })
  expect(await leftFor(worker, 'task')).toBe(2)
})

test('the service account and the staff message carry the same card', async () => {
  world.wechat.control.configure({ service: { followers: ['s-worker'] } })
  await only('service', { serviceOpenid: 's-worker' })
  const first = await file()
  expect(sent('service')).toMatchObject([{ openid: 's-worker', values: { character_string1: first.number } }])
  await only('employee', { employee: true })
  const second = await file()
  expect(sent('employee')).toMatchObject([{ openid: 'worker', values: { character_string1: second.number } }])
})

test('a group is told in one message of all that waits, by number alone, at most twenty times a minute', async () => {
  await only('robot')
  await setRobot(world, 't001v1')
  const first = await file('王大爷家漏气了')
  expect(JSON.stringify(sent('robot'))).toContain(first.number)
  expect(JSON.stringify(sent('robot'))).not.toMatch(/王大爷|柳塘村/)
  for (let n = 0; n < 19; n++) await file()
  expect(sent('robot')).toHaveLength(20)
  const held = []
  for (let n = 0; n < 5; n++) held.push((await file()).id)
  expect(sent('robot')).toHaveLength(20)
  for (const id of held) expect(await rowOf(id)).toMatchObject({ state: 'waiting', code: 'quota', attempts: 0 })
  await later(1)
  expect(sent('robot')).toHaveLength(21)
  expect(JSON.stringify(sent('robot').at(-1))).toContain('5 件待办')
  for (const id of held) expect(await rowOf(id)).toMatchObject({ state: 'sent' })
})

test('a member of WeCom gets at most thirty a minute; the others wait and none is lost', async () => {
  await only('wecom', { wecomUserid: 'liqiaoer' })
  for (let n = 0; n < 33; n++) await file()
  expect(sent('wecom')).toHaveLength(30)
  await later(1)
  expect(sent('wecom')).toHaveLength(33)
  expect(sent('wecom').flatMap(it => (it.channel === 'wecom' ? it.dropped : []))).toEqual([])
})

test('a short message goes to the gateway with its own id, once, and says nothing that a person wrote', async () => {
  await only('sms', { phone: '13800138000' })
  const { number } = await file('王大爷家漏气了')
  expect(gateway.got).toEqual([
    {
      id: expect.any(String),
      phone: '13800138000',
      template: 'SMS_TASK',
      values: expect.objectContaining({ number: expect.any(String) }),
      key: 'Bearer gateway-key',
    },
  ])
  expect(JSON.stringify(gateway.got)).toContain(number)
  expect(JSON.stringify(gateway.got)).not.toContain('王大爷')
})

describe.each(Object.entries(troubles))('%s meets', (_, { via, path, ways, cases }) => {
  test.each(cases)('%s (%i): it is %s', async (_, errcode, state) => {
    await only(via, ways)
    if (via === 'robot') await setRobot(world, 't001v1')
    world.wechat.control.inject({ path, errcode, times: 1 })
    const { id } = await file()
    expect(await rowOf(id)).toMatchObject({ state, code: String(errcode) })
    expect((await worker.call('listAlerts', {})).items.map(it => it.page)).toContainEqual(expect.stringContaining(id))
  })
})

test.each([
  ['the gateway is overloaded', 429, '', 'waiting'],
  ['the gateway is broken', 500, '', 'waiting'],
  ['the gateway answers with a page', 200, '<html>', 'waiting'],
  ['the gateway is busy', 200, '{"error":"busy"}', 'waiting'],
  ['the number does not exist', 200, '{"error":"number"}', 'failed'],
  ['the template is not approved', 200, '{"error":"template"}', 'dead'],
])('a short message meets: %s', async (_, status, body, state) => {
  await only('sms', { phone: '13800138000' })
  gateway.answers.push({ status, body })
  const { id } = await file()
  expect(await rowOf(id)).toMatchObject({ state })
  await later(60)
  expect(await rowOf(id)).toMatchObject({ state: state === 'waiting' ? 'sent' : state })
})

test('what the town has not set up is passed by', async () => {
  const bare = await openWorld({ env: { ...demoEnv('http://127.0.0.1:9') } })
  expect([bare.outside.wecom, bare.outside.serviceAccount, bare.outside.sms]).toEqual([undefined, undefined, undefined])
  await bare.close()
})
