import type { Log } from '@huiyin/api/core/outside.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { allow, calm, leak, wechatRows } from '@huiyin/tests/alerts/allowing.ts'
import { count, formats, pushed, resend, sealed } from '@huiyin/tests/alerts/pushing.ts'
import { openWorld, pushUrl, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const lines: { level: string; text: string }[] = []
const keep = (level: string) => (facts: object, message: string) =>
  void lines.push({ level, text: JSON.stringify({ message, ...facts }) })
const log: Log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld({ pushes: true, log })
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
  lines.length = 0
})
afterAll(() => world.close())

const result = (msgid: string, code: string) => ({
  TemplateId: demoTemplateIds.newTask,
  MsgID: msgid,
  ErrorCode: code,
  ErrorStatus: 'x',
})
const results = (...list: Record<string, string>[]) =>
  pushed(world, { event: 'subscribe_msg_sent_event', from: 'worker', list })
/** A message that arrived, and of which the platform has told nothing yet. */
const sent = async () => {
  world.wechat.control.configure({ push: { url: undefined } })
  const { id } = await resident.call('fileReport', leak())
  await world.settle()
  world.wechat.control.configure({ push: { url: pushUrl } })
  const [last] = world.wechat.control.sent().slice(-1)
  return { id, msgid: last?.channel === 'subscribe' ? last.msgid : '' }
}
const states = async (id: string) => (await wechatRows(world, worker, id)).map(it => `${it.state} ${it.code}`)

describe('the result of a message', () => {
  test('that arrived changes nothing; its number is kept to the last digit', async () => {
    await allow(world, worker, 'task')
    const { id, msgid } = await sent()
    expect(await states(id)).toEqual(['sent null'])
    const rows = await rowsOf<{ msgid: string }>(
      world.outside.db,
      sql`select msgid from alerts where msgid is not null`,
    )
    expect(rows).toEqual([{ msgid }])
    expect(BigInt(msgid)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER))
  })

  test.each(formats)('that failed at the platform, as told in %s, is a failure with its code', async format => {
    await allow(world, worker, 'task', 2)
    const [one, two] = [await sent(), await sent()]
    world.wechat.control.configure({ push: { format } })
    await results(result(one.msgid, '20003'), result(two.msgid, '0'), result('', '20003'))
    expect([await states(one.id), await states(two.id)]).toEqual([['failed 20003'], ['sent null']])
  })

  test('is read with its number to the last digit where JSON has it as a number', async () => {
    await allow(world, worker, 'task')
    const { id, msgid } = await sent()
    const item = `{"TemplateId":"x","MsgID":${msgid},"ErrorCode":20003,"ErrorStatus":"x"}`
    const message = `{"MsgType":"event","Event":"subscribe_msg_sent_event","FromUserName":"worker","List":${item}}`
    expect((await resend(world, sealed(world, message))).status).toBe(200)
    expect(await states(id)).toEqual(['failed 20003'])
  })

  test('that comes before the number was written down is not lost', async () => {
    const next = '3248682510344192008'
    await results(result(next, '20003'))
    await allow(world, worker, 'task')
    const { id, msgid } = await sent()
    expect(msgid).toBe(next)
    expect(await states(id)).toEqual(['sent null'])
    await world.api.chores()
    expect(await states(id)).toEqual(['failed 20003'])
  })
})

test('a punishment of the account calls the operator, without the words that were punished', async () => {
  const fields = {
    event_type: 2,
    punish_id: 7,
    appid: 'x',
    illegal_reason: '张三',
    illegal_content: '张三的话',
    rule_name: '诱导分享',
  }
  await pushed(world, { event: 'wxa_punish_event', from: 'platform-account', fields })
  const alarms = lines.filter(it => it.level === 'error').map(it => JSON.parse(it.text))
  expect(alarms).toEqual([{ message: 'the platform punishes this account', eventType: '2', rule: '诱导分享' }])
  expect(lines.map(it => it.text).join()).not.toContain('张三')
})

test('what nobody handles is acknowledged and counted, without what it says', async () => {
  const before = await count(world, 'push_events')
  const media = { trace_id: '60f96f1d-3845297a-1976a3ae', errcode: 0, result: { suggest: 'pass', label: 100 } }
  for (const event of ['wxa_media_check', 'weapp_audit_success', 'user_enter_tempsession', 'Zhang San 13812345678'])
    expect((await pushed(world, { event, from: 'resident', fields: media })).delivered).toBe(true)
  const text = JSON.stringify({ MsgType: 'text', MsgId: 7, Content: '你好', FromUserName: 'resident' })
  expect((await resend(world, sealed(world, text))).status).toBe(200)
  expect(
    (await pushed(world, { event: 'user_info_modified', from: 'p', fields: { OpenID: 'resident' } })).delivered,
  ).toBe(true)
  const counted = lines.filter(it => it.text.includes('push without effect'))
  expect(counted.map(it => JSON.parse(it.text).event)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
  expect(await count(world, 'push_events')).toBe(before + 2)
  expect(lines.map(it => it.text).join()).not.toMatch(/resident|Zhang|13812345678|你好/)
})
