import { createDelivery } from '@huiyin/api/alerts/deliver-alerts.ts'
import { createWechat } from '@huiyin/api/core/adapters/wechat.ts'
import type { Fault } from '@huiyin/dev/wechat/faults.ts'
import { allow, calm, cardsOf, leak, wechatRows } from '@huiyin/tests/alerts/allowing.ts'
import { impatiently } from '@huiyin/tests/support/impatient.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/** WeChat has delivered the message, but its answer never came: nobody may get it twice because of that. */
const send = '/cgi-bin/message/subscribe/send'
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

type Lost = Omit<Fault, 'path'>
const urgent = leak
const normal = () => leak({ words: '楼道里堆着杂物' })

const file = async (input: ReturnType<typeof leak>, fault: Lost) => {
  world.wechat.control.inject({ path: send, ...fault })
  const filing = async () => {
    const { id } = await resident.call('fileReport', input)
    await world.settle()
    return id
  }
  return fault.stall ? impatiently(world, filing) : filing()
}
const later = async () => {
  world.clock.forward(5)
  await createDelivery(world.outside)()
}
const cards = () => cardsOf(world, 'worker').length

describe.each<[string, Lost]>([
  ['it stalls', { stall: true, afterWork: true }],
  ['the line is cut', { reset: true, afterWork: true }],
])('when %s', (_, fault) => {
  test('the last permit makes a second try harmless: it is refused, and counts as delivered', async () => {
    await allow(world, worker, 'task')
    const id = await file(normal(), fault)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting', attempts: 1 }])
    await later()
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(cards()).toBe(1)
  })

  test('with more permits a normal matter is not sent again, and the row says why', async () => {
    await allow(world, worker, 'task', 3)
    const id = await file(normal(), fault)
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'failed', attempts: 1 }])
    await later()
    expect(cards()).toBe(1)
  })

  test('with more permits an urgent matter is sent once more at most', async () => {
    await allow(world, worker, 'task', 5)
    const id = await file(urgent(), { ...fault, times: 9 })
    for (let n = 0; n < 4; n++) await (fault.stall ? impatiently(world, later) : later())
    expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'failed', attempts: 2 }])
    expect(cards()).toBe(2)
  })
})

test('a token that does not come in time is no sent message: it is tried again, however many permits are left', async () => {
  await allow(world, worker, 'task', 3)
  world.wechat.control.revokeTokens()
  world.wechat.control.inject({ path: '/cgi-bin/stable_token', stall: true, times: 2 })
  const id = await impatiently(world, async () => {
    const receipt = await resident.call('fileReport', normal())
    await world.settle()
    return receipt.id
  })
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting', code: 'no-token' }])
  world.wechat.control.clearFaults()
  await later()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent' }])
  expect(cards()).toBe(1)
})

test('a WeChat that cannot be reached at all was not reached: the message is tried again', async () => {
  await allow(world, worker, 'task', 3)
  const kept = world.outside.wechat
  world.outside.wechat = createWechat({ baseUrl: 'http://127.0.0.1:1', appid: 'x', secret: 'y', state: 'formal' })
  const { id } = await resident.call('fileReport', normal())
  await world.settle()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting', code: 'no-token' }])
  world.outside.wechat = kept
  await later()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent' }])
})
