import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { describe, expect, test } from 'vitest'
import { account, ask, askJson, noon, takeToken } from './wechat-caller.ts'

const STABLE = '/api.weixin.qq.com/cgi-bin/stable_token'
const TEMPLATES = '/api.weixin.qq.com/wxaapi/newtmpl/gettemplate'
const stable = (fake: FakeWechat, changed: object = {}) => askJson(fake, STABLE, { body: { ...account, ...changed } })
const use = async (fake: FakeWechat, access_token: string) =>
  (await askJson(fake, TEMPLATES, { query: { access_token } })).errcode

describe('the stable token', () => {
  test('stays the same while its seconds run down, and carries no errcode', async () => {
    const fake = createFakeWechat({ now: noon })
    const first = await stable(fake)
    await fake.control.advance(60_000)
    const second = await stable(fake)
    expect(second).toEqual({ access_token: first.access_token, expires_in: 7140 })
    expect(first.expires_in).toBe(7200)
  })

  test('is renewed five minutes before its end, and the old one works until then', async () => {
    const fake = createFakeWechat({ now: noon })
    const old = await takeToken(fake)
    await fake.control.advance(6_901_000)
    const renewed = await takeToken(fake)
    expect(renewed).not.toBe(old)
    expect(await use(fake, old)).toBe(0)
    await fake.control.advance(300_000)
    expect(await use(fake, old)).toBe(42001)
    expect(await use(fake, renewed)).toBe(0)
  })

  test('forced, kills the previous one, at most every 30 seconds and 20 times a day', async () => {
    const fake = createFakeWechat({ now: noon })
    const old = await takeToken(fake)
    const forced = await takeToken(fake, { force_refresh: true })
    expect(await use(fake, old)).toBe(40001)
    expect(await use(fake, forced)).toBe(0)
    expect(await stable(fake, { force_refresh: true })).toMatchObject({ errcode: 45011 })
    for (let n = 1; n < 20; n++) {
      await fake.control.advance(30_000)
      expect(await stable(fake, { force_refresh: true })).toHaveProperty('access_token')
    }
    await fake.control.advance(30_000)
    expect(await stable(fake, { force_refresh: true })).toMatchObject({ errcode: 45009 })
  })

  test('revoked by somebody else, meets 40001 and is replaced by asking again', async () => {
    const fake = createFakeWechat()
    const old = await takeToken(fake)
    fake.control.revokeTokens()
    expect(await use(fake, old)).toBe(40001)
    expect(await use(fake, await takeToken(fake))).toBe(0)
  })

  test.each([
    ['a wrong secret', { secret: 'wrong' }, 40125],
    ['no secret', { secret: undefined }, 41004],
    ['a foreign appid', { appid: 'wxforeign' }, 40013],
    ['no appid', { appid: undefined }, 41002],
    ['another grant', { grant_type: 'password' }, 40002],
  ])('%s is refused', async (_what, changed, errcode) => {
    expect(await stable(createFakeWechat(), changed)).toMatchObject({ errcode })
  })

  test('a GET, an empty body and a form are refused', async () => {
    const fake = createFakeWechat()
    expect(await askJson(fake, STABLE)).toMatchObject({ errcode: 43002 })
    expect(await askJson(fake, STABLE, { method: 'POST' })).toMatchObject({ errcode: 44002 })
    expect(await askJson(fake, STABLE, { body: 'appid=a&secret=b' })).toMatchObject({ errcode: 47001 })
  })
})

test('the older token changes with every call; the one before lives five minutes longer', async () => {
  const fake = createFakeWechat({ now: noon })
  const take = async () =>
    String((await askJson(fake, '/api.weixin.qq.com/cgi-bin/token', { query: account })).access_token)
  const first = await take()
  const second = await take()
  expect(second).not.toBe(first)
  expect(await use(fake, first)).toBe(0)
  await fake.control.advance(301_000)
  expect(await use(fake, first)).toBe(42001)
  expect(await use(fake, second)).toBe(0)
})

test('every refusal is HTTP 200 with a trace that differs each time', async () => {
  const fake = createFakeWechat()
  expect((await ask(fake, TEMPLATES)).status).toBe(200)
  const [first, second] = await Promise.all([askJson(fake, TEMPLATES), askJson(fake, TEMPLATES)])
  expect(first).toMatchObject({ errcode: 40001, errmsg: expect.stringContaining('rid: ') })
  expect(first.errmsg).not.toBe(second.errmsg)
})
