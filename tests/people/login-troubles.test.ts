import { rowsOf } from '@huiyin/db/core/client.ts'
import type { Fault } from '@huiyin/dev/wechat/faults.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectProblem } from '../support/clear-problem.ts'
import { impatiently } from '../support/impatient.ts'
import { openWorld, type Someone, type World } from '../support/world.ts'

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
})
beforeEach(() => world.wechat.control.clearFaults())
afterAll(() => world.close())

type Trouble = [string, Omit<Fault, 'path'>, 'login-refused' | 'wechat-busy']
const everywhere: Trouble[] = [
  ['busy', { errcode: -1 }, 'wechat-busy'],
  ['a minute limit', { errcode: 45011 }, 'wechat-busy'],
  ['a wrong appid', { errcode: 40013 }, 'wechat-busy'],
  ['an error of the server', { http: 500 }, 'wechat-busy'],
  ['a bad gateway', { http: 502 }, 'wechat-busy'],
  ['a slow gateway', { http: 504 }, 'wechat-busy'],
  ['a web page', { html: true }, 'wechat-busy'],
  ['nothing', { empty: true }, 'wechat-busy'],
  ['words in another encoding', { charset: 'gbk' }, 'wechat-busy'],
  ['silence', { stall: true }, 'wechat-busy'],
  ['a cut line', { reset: true }, 'wechat-busy'],
]

const login = (code: string = world.wechat.control.registerLoginCode('newcomer')) =>
  world.anybody('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
const counted = () =>
  rowsOf(
    world.outside.db,
    sql`select (select count(*)::int from people) people, (select count(*)::int from sessions) sessions`,
  )

describe('when WeChat answers a login with', () => {
  const ofLogin: Trouble[] = [
    ['a code that is invalid', { errcode: 40029 }, 'login-refused'],
    ['a code that is used', { errcode: 40163 }, 'login-refused'],
    ['a person at risk', { errcode: 40226 }, 'login-refused'],
    ['a missing appid', { errcode: 41002 }, 'wechat-busy'],
    ['a missing secret', { errcode: 41004 }, 'wechat-busy'],
    ['a missing code', { errcode: 41008 }, 'wechat-busy'],
    ['a wrong secret', { errcode: 40125 }, 'wechat-busy'],
  ]
  test.each([...everywhere, ...ofLogin])('%s, nobody is signed in and the reason is plain', async (_, fault, code) => {
    const before = await counted()
    world.wechat.control.inject({ path: '/sns/jscode2session', ...fault })
    const answer = await (fault.stall ? impatiently(world, () => login()) : login())
    expect(answer.headers.get('retry-after')).toBe(code === 'wechat-busy' ? '2' : null)
    await expectProblem(answer, code)
    expect(await counted()).toEqual(before)
    expect((await login()).status).toBe(201)
  })

  test.each(['', 'x'.repeat(129), 'unknown-code', 'risk-her'])('a code like "%s" signs nobody in', async code => {
    const answer = await login(code)
    expect([400, 401]).toContain(answer.status)
  })

  test('a code is good for one login', async () => {
    const code = world.wechat.control.registerLoginCode('once')
    expect((await login(code)).status).toBe(201)
    await expectProblem(await login(code), 'login-refused')
  })
})

describe('when WeChat answers a phone code with', () => {
  const bind = (code = world.wechat.control.registerPhoneCode('resident', '13800138000')) =>
    resident.fetch('/api/me/phone', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })

  test.each(everywhere)('%s, no phone is kept and she stays signed in', async (_, fault) => {
    world.wechat.control.inject({ path: '/wxa/business/getuserphonenumber', ...fault })
    await expectProblem(await (fault.stall ? impatiently(world, () => bind()) : bind()), 'wechat-busy')
    expect((await resident.call('getMe', {})).phone).toBeNull()
  })

  test('a refusal, she is asked to tap again, and is not signed out', async () => {
    await expectProblem(await bind('unknown-code'), 'phone-refused')
    await expectProblem(
      await bind(world.wechat.control.registerPhoneCode('somebody-else', '13900139000')),
      'phone-refused',
    )
    const used = world.wechat.control.registerPhoneCode('resident', '13700137000')
    expect((await bind(used)).status).toBe(200)
    await expectProblem(await bind(used), 'phone-refused')
    expect((await resident.call('getMe', {})).phone).toBe('137****7000')
  })

  test('a stale access token, one fresh token is fetched and the phone is kept', async () => {
    const tokens = () => world.wechat.control.calls().filter(it => it.path === '/cgi-bin/stable_token').length
    const before = tokens()
    world.wechat.control.revokeTokens()
    expect((await bind()).status).toBe(200)
    expect(tokens() - before).toBe(1)
  })
})
