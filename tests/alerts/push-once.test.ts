import type { Log } from '@huiyin/api/core/outside.ts'
import { setHome } from '@huiyin/db/people/queries.ts'
import { seal } from '@huiyin/dev/wechat/push-crypto.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'
import { count, encodingAESKey, kept, pushed, resend, revoked, sealed, signed } from './pushing.ts'

const [home, next] = ['t001v1g1b1', 't001v1g1b2']
const warnings: string[] = []
const silent = () => {}
const log: Log = { debug: silent, info: silent, error: silent, warn: (_, message) => void warnings.push(message) }

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld({ pushes: true, log })
  resident = await world.someone('resident')
})
beforeEach(async () => {
  world.wechat.control.reset()
  world.clock.forward(1)
  warnings.length = 0
  await moveTo(home)
})
afterAll(() => world.close())

/** Not through the API: her session may have run out. */
const moveTo = (building: string) => setHome(world.outside.db, resident.id, building)
/** The same event, sealed now and not sent yet. */
const leave = () => {
  const CreateTime = Math.floor(world.clock.now.getTime() / 1000)
  const event = {
    MsgType: 'event',
    Event: 'user_authorization_revoke',
    CreateTime,
    OpenID: 'resident',
    RevokeInfo: '18',
  }
  return sealed(world, JSON.stringify(event))
}
const homeIs = async () => (await kept(world, resident))?.home
const leaveHome = () => pushed(world, revoked('resident', '18'))

test('an event that comes three times is handled once, and each time acknowledged', async () => {
  const before = await count(world, 'push_events')
  world.wechat.control.configure({ push: { duplicates: 2 } })
  const record = await leaveHome()
  expect(record.attempts.map(it => it.outcome)).toEqual([200, 200, 200])
  expect(await count(world, 'push_events')).toBe(before + 1)
})

test('the same event at the same moment from many sides is handled once', async () => {
  const record = await leaveHome()
  await moveTo(next)
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => resend(world, record)))
  expect(answers.map(it => it.status)).toEqual([200, 200, 200, 200, 200])
  expect(await homeIs()).toBe(next)
})

test('a replay after ten minutes, an hour or four weeks is noticed and has no effect', async () => {
  const record = await leaveHome()
  await moveTo(next)
  for (const minutes of [1, 11, 60, 28 * 24 * 60]) {
    world.clock.forward(minutes)
    await world.api.chores()
    expect((await resend(world, record)).status).toBe(200)
    expect(await homeIs()).toBe(next)
  }
  expect(warnings).toEqual(['push came late', 'push came late', 'push came late'])
})

test('what happened longer ago than the memory for it is turned away', async () => {
  const record = await leaveHome()
  world.clock.forward(31 * 24 * 60)
  await world.api.chores()
  expect(await count(world, 'push_events')).toBe(0)
  await moveTo(next)
  expect((await resend(world, record)).status).toBe(401)
  expect(await homeIs()).toBe(next)
})

test('a platform whose clock is a quarter of an hour ahead is noticed, and its event has its effect', async () => {
  world.clock.forward(15)
  const record = leave()
  world.clock.forward(-15)
  expect((await resend(world, record)).status).toBe(200)
  expect(await homeIs()).toBeNull()
  expect(warnings).toEqual(['push came late'])
})

test('an event that could not be written down comes again and then has its effect', async () => {
  const record = leave()
  const { db } = world.outside
  world.outside.db = new Proxy(db, {
    get: (target, name) =>
      name === 'transaction' ? () => Promise.reject(new Error('away')) : Reflect.get(target, name),
  })
  expect((await resend(world, record)).status).toBe(500)
  world.outside.db = db
  expect(await homeIs()).toBe(home)
  expect((await resend(world, record)).status).toBe(200)
  expect(await homeIs()).toBeNull()
})

const flipped = (text: string, bit: number): string => {
  const bytes = Buffer.from(text, 'latin1')
  const at = Math.floor(bit / 7) % bytes.length
  bytes[at] = (bytes[at] as number) ^ (1 << (bit % 7))
  return bytes.toString('latin1')
}

test('one bit that turns on the way, in the text or in what signs it, and the message is refused', async () => {
  const record = leave()
  const { Encrypt } = JSON.parse(record.body) as { Encrypt: string }
  const query = new URL(record.url).searchParams
  const parts = ['Encrypt', 'msg_signature', 'timestamp', 'nonce'] as const
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), fc.nat(5000), async (part, bit) => {
      const changed = flipped(part === 'Encrypt' ? Encrypt : (query.get(part) ?? ''), bit)
      const change = part === 'Encrypt' ? { body: JSON.stringify({ Encrypt: changed }) } : { [part]: changed }
      expect((await resend(world, record, change)).status).toBe(401)
    }),
    { numRuns: 100 },
  )
  expect(await homeIs()).toBe(home)
})

test('whatever somebody signs who knows the token but not the key, nothing breaks', async () => {
  const good = Buffer.from(
    seal(encodingAESKey, '{"MsgType":"event","Event":"odd"}', demoSettings.appid, '0123456789abcdef'),
    'base64',
  )
  const tampered = fc.tuple(fc.nat(good.length - 1), fc.nat(7)).map(([at, bit]) => {
    const bytes = Buffer.from(good)
    bytes[at] = (bytes[at] as number) ^ (1 << bit)
    return bytes
  })
  const cut = fc.nat(good.length).map(length => good.subarray(0, length))
  const random = fc.uint8Array({ maxLength: 200 }).map(it => Buffer.from(it))
  await fc.assert(
    fc.asyncProperty(fc.oneof(tampered, cut, random), async bytes => {
      const { status } = await resend(world, signed(world, bytes.toString('base64')))
      // A bit in what is random anyway goes unseen: the signature is there to see it.
      expect(bytes.equals(good) ? [200] : [400, 200]).toContain(status)
    }),
    { numRuns: 100 },
  )
  for (let length = 0; length < good.length; length += 8)
    expect((await resend(world, signed(world, good.subarray(0, length).toString('base64')))).status).toBe(400)
})

test('messages of any shape are read or refused, and never break anything', async () => {
  const names = fc.constantFrom(
    'MsgType',
    'Event',
    'List',
    'OpenID',
    'CreateTime',
    'FromUserName',
    '__proto__',
    'constructor',
    'ErrorCode',
    'MsgID',
  )
  const words = fc.constantFrom(
    'event',
    'subscribe_msg_popup_event',
    'subscribe_msg_sent_event',
    'wxa_punish_event',
    'user_authorization_revoke',
    '\0',
    '\ud800',
    '1e999',
    '-1',
  )
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.string(),
      fc.double(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(names, tie('tree')),
    ),
  }))
  const message = fc
    .tuple(fc.dictionary(names, tree), words)
    .map(([fields, Event]) => ({ ...fields, MsgType: 'event', Event }))
  await fc.assert(
    fc.asyncProperty(message, async it => {
      expect([200, 400, 401]).toContain((await resend(world, sealed(world, JSON.stringify(it)))).status)
    }),
    { numRuns: 100 },
  )
})
