import { createDelivery } from '@huiyin/api/alerts/deliver-alerts.ts'
import type { Log } from '@huiyin/api/core/outside.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import type { Fault } from '@huiyin/dev/wechat/faults.ts'
import { allow, calm, cardsOf, leak, leftFor, wechatRows } from '@huiyin/tests/alerts/allowing.ts'
import { impatiently } from '@huiyin/tests/support/impatient.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const send = '/cgi-bin/message/subscribe/send'
const alarms: object[] = []
const silent = () => {}
const log: Log = { debug: silent, info: silent, warn: silent, error: facts => void alarms.push(facts) }

let world: World
let resident: Someone
let worker: Someone
let deliver: () => Promise<void>
beforeAll(async () => {
  world = await openWorld({ log })
  deliver = createDelivery(world.outside)
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
  alarms.length = 0
})
afterAll(() => world.close())

/** One report to a worker with one permit, while WeChat is in trouble; answers what became of the message. */
const during = async (fault: Omit<Fault, 'path'>, times = 1) => {
  await allow(world, worker, 'task')
  world.wechat.control.inject({ path: send, times, ...fault })
  const file = async () => {
    const receipt = await resident.call('fileReport', leak())
    await world.settle()
    return receipt
  }
  const { id } = await (fault.stall ? impatiently(world, file) : file())
  expect((await worker.call('getReport', { id })).state).toBe('filed')
  expect(await inboxHas(worker, id)).toBe(true)
  return { id, rows: await wechatRows(world, worker, id) }
}

const inboxHas = async (who: Someone, id: string) =>
  (await who.call('listAlerts', {})).items.some(it => it.page.includes(id) && it.kind === 'report-new')

const later = async (minutes: number) => {
  world.clock.forward(minutes)
  await deliver()
}

type Trouble = [what: string, fault: Omit<Fault, 'path'>, code: string]
describe('a passing trouble puts the message off, and then it arrives once:', () => {
  const passing: Trouble[] = [
    ['the platform is busy', { errcode: -1 }, '-1'],
    ['the minute is full', { errcode: 45011 }, '45011'],
    ['the second is full', { errcode: 44990 }, '44990'],
    ['the minute is full in another way', { errcode: 44991 }, '44991'],
    ['two messages at once to one person', { errcode: 43108 }, '43108'],
    ['an error of the server', { http: 500 }, 'http'],
    ['a bad gateway', { http: 502 }, 'http'],
    ['a gateway that does not answer', { http: 504 }, 'http'],
    ['a web page instead of an answer', { html: true }, 'garbled'],
    ['an empty answer', { empty: true }, 'garbled'],
    ['an answer in another encoding', { charset: 'utf-16le' }, 'garbled'],
    ['silence', { stall: true }, 'timeout'],
    ['a cut line', { reset: true }, 'reset'],
  ]
  test.each(passing)('%s', async (_, fault, code) => {
    const { id, rows } = await during(fault)
    expect(rows).toMatchObject([{ state: 'waiting', code, attempts: 1 }])
    expect(rows[0]?.seconds).toBeGreaterThanOrEqual(1)
    expect(rows[0]?.seconds).toBeLessThanOrEqual(3)
    expect(cardsOf(world, 'worker')).toEqual([])
    await later(1)
    await later(1)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent', code: null, attempts: 2 }])
    expect(cardsOf(world, 'worker')).toHaveLength(1)
    expect(await leftFor(worker, 'task')).toBe(0)
    expect(alarms).toEqual([])
  })

  test('the day is full: the message waits about an hour', async () => {
    const { id, rows } = await during({ errcode: 45009 })
    expect(rows).toMatchObject([{ state: 'waiting', code: '45009' }])
    expect(rows[0]?.seconds).toBeGreaterThan(2600)
    await later(30)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting' }])
    await later(60)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent' }])
  })

  test('a trouble that stays for a day is given up visibly, after more than four hours', async () => {
    const { id } = await during({ errcode: -1 }, 1000)
    let lastTry = 0
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      const before = (await wechatRows(world, worker, id))[0]?.attempts
      await later(10)
      const [row] = await wechatRows(world, worker, id)
      if (row?.attempts !== before) lastTry = minute
    }
    expect(lastTry).toBeGreaterThan(4 * 60)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'failed', code: '-1' }])
  })
})

test.each([
  ['urgent', '楼道水管漏水，地上都是水', 5],
  ['normal', '楼道里堆着杂物', 60],
])(
  'once WeChat answers again, what is %s and had still to wait half an hour is tried within a minute',
  async (_, words, seconds) => {
    await allow(world, worker, 'task')
    const mate = await world.someone('worker-mate')
    const put = await resident.call('fileReport', leak({ words }))
    await world.settle()
    await rowsOf(
      world.outside.db,
      sql`update alerts set state = 'waiting', code = 'network', attempts = 12, due_at = ${world.clock.now.toISOString()}::timestamptz + interval '30 minutes'
      where recipient_id = ${worker.id}::uuid and matter_id = ${put.id}::uuid and channel = 'wechat'`,
    )
    await allow(world, mate, 'task')
    world.wechat.control.inject({ path: send, http: 502, times: 1 })
    await resident.call('fileReport', leak())
    await world.settle()
    const [still] = await wechatRows(world, worker, put.id)
    expect(still?.seconds).toBeGreaterThan(60)
    await later(1)
    const [row] = await wechatRows(world, worker, put.id)
    expect(row?.seconds).toBeLessThanOrEqual(seconds)
  },
)

describe('a refusal for good ends the message, and the permit with it:', () => {
  const gone: Trouble[] = [
    ['she has refused, or the permit was used', { errcode: 43101 }, '43101'],
    ['an openid of nobody', { errcode: 40003 }, '40003'],
    ['a person who is restricted', { errcode: 50002 }, '50002'],
  ]
  test.each(gone)('%s', async (_, fault, code) => {
    const { id, rows } = await during(fault, 9)
    expect(rows).toMatchObject([{ state: 'failed', code, attempts: 1 }])
    expect(await leftFor(worker, 'task')).toBe(0)
    await later(60)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'failed', attempts: 1 }])
    expect(alarms).toEqual([])
  })
})

describe('a mistake of ours ends the message, keeps the permit and calls the operator:', () => {
  const ours: Trouble[] = [
    ['a template that does not exist', { errcode: 40037 }, '40037'],
    ['a page that does not exist', { errcode: 41030 }, '41030'],
    ['a value against its rule', { errcode: 47003 }, '47003'],
    ['a body that is no JSON', { errcode: 47001 }, '47001'],
    ['a template that is banned', { errcode: 43107 }, '43107'],
    ['words that are not allowed', { errcode: 45168 }, '45168'],
    ['a wrong appid', { errcode: 40013 }, '40013'],
    ['a wrong secret', { errcode: 40125 }, '40125'],
    ['an address that is not allowed', { errcode: 40164 }, '40164'],
    ['an ability that was not granted', { errcode: 48001 }, '48001'],
    ['a code that nobody has described', { errcode: 99999 }, '99999'],
  ]
  test.each(ours)('%s', async (_, fault, code) => {
    const { id, rows } = await during(fault, 9)
    expect(rows).toMatchObject([{ state: 'dead', code, attempts: 1 }])
    expect(await leftFor(worker, 'task')).toBe(1)
    expect(alarms).toMatchObject([{ code, alertId: rows[0]?.id }])
    await later(60)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ attempts: 1 }])
  })
})

test('without a permit nothing is sent, nothing is called, and the inbox has it', async () => {
  const neighbour = await world.someone('worker-mate')
  const before = world.wechat.control.calls().filter(it => it.path === send).length
  const { id } = await resident.call('fileReport', leak())
  await world.settle()
  expect(await wechatRows(world, neighbour, id)).toMatchObject([{ state: 'failed', code: 'no-permit' }])
  expect(await inboxHas(neighbour, id)).toBe(true)
  const workers = world.wechat.control.calls().filter(it => it.path === send)
  expect(workers.slice(before).every(it => it.body.includes('"worker"'))).toBe(true)
})
