import { dropToken, findToken, keepToken, leaseFetching } from '@huiyin/db/core/token-queries.ts'
import { allow, calm, cardsOf, leak, wechatRows } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

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

const callsTo = (path: string) => world.wechat.control.calls().filter(it => it.path === path).length
const file = async () => {
  const { id } = await resident.call('fileReport', leak({ words: undefined, photoIds: [(await resident.upload()).id] }))
  await world.settle()
  return id
}

test('a token that somebody else has replaced is fetched anew once, and the message is sent once more', async () => {
  await allow(world, worker, 'task', 2)
  await file()
  world.wechat.control.revokeTokens()
  const before = { tokens: callsTo('/cgi-bin/stable_token'), sends: callsTo(send) }
  const id = await file()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'sent', attempts: 1 }])
  expect(callsTo('/cgi-bin/stable_token') - before.tokens).toBe(1)
  expect(callsTo(send) - before.sends).toBe(2)
  expect(cardsOf(world, 'worker')).toHaveLength(2)
})

test('ten messages that find the token stale at once fetch one new token together', async () => {
  const others = Array.from({ length: 9 }, (_, n) => `neighbour-${n}`)
  await allow(world, worker, 'task')
  const id = await file()
  for (const openid of others) {
    const neighbour = await world.someone(openid)
    await neighbour.call('joinReport', { id, eventId: crypto.randomUUID() })
    await allow(world, neighbour, 'progress')
  }
  await allow(world, resident, 'progress')
  await world.settle()
  expect(cardsOf(world, 'worker')).toHaveLength(1)
  world.wechat.control.revokeTokens()
  const before = callsTo('/cgi-bin/stable_token')
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  await world.settle()
  const cards = ['resident', ...others].map(openid => cardsOf(world, openid).length)
  expect(cards).toEqual(cards.map(() => 1))
  expect(callsTo('/cgi-bin/stable_token') - before).toBe(1)
})

test('a token that stays refused is asked for once in each attempt, and the message waits', async () => {
  await allow(world, worker, 'task')
  world.wechat.control.inject({ path: send, errcode: 40001, times: 2 })
  const before = callsTo('/cgi-bin/stable_token')
  const id = await file()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting', code: '40001', attempts: 1 }])
  expect(callsTo('/cgi-bin/stable_token') - before).toBeLessThanOrEqual(2)
})

test.each([
  [40125, 'dead'],
  [40164, 'dead'],
  [45009, 'waiting'],
  [45011, 'waiting'],
  [-1, 'waiting'],
])('when the token itself is refused with %i, the message is %s', async (errcode, state) => {
  await allow(world, worker, 'task')
  world.wechat.control.inject({ path: '/cgi-bin/stable_token', errcode, times: 9 })
  const id = await file()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state, code: String(errcode) }])
  expect(callsTo(send)).toBe(0)
})

test('a token answer without a token is no token', async () => {
  await allow(world, worker, 'task')
  world.wechat.control.inject({ path: '/cgi-bin/stable_token', errcode: 0, times: 1 })
  const id = await file()
  expect(await wechatRows(world, worker, id)).toMatchObject([{ state: 'waiting', code: 'no-token' }])
  expect(callsTo(send)).toBe(0)
})

test('who finds a token stale drops that one, and not the one that has taken its place', async () => {
  const { db } = world.outside
  const kept = async (hash: string) => {
    await leaseFetching(db, 'some-token')
    await keepToken(db, 'some-token', { cipher: `sealed ${hash}`, hash, seconds: 7200 })
  }
  await kept('old')
  await kept('new')
  await dropToken(db, 'some-token', 'old')
  expect(await findToken(db, 'some-token')).toMatchObject({ cipher: 'sealed new' })
  await dropToken(db, 'some-token', 'new')
  expect(await findToken(db, 'some-token')).toBeUndefined()
})
