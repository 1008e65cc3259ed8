import { signWithSession } from '@huiyin/dev/wechat/login.ts'
import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import { describe, expect, test } from 'vitest'
import { askJson, noon, post, takeToken } from './wechat-caller.ts'

const login = (fake: FakeWechat, js_code: string, changed: Record<string, string> = {}) =>
  askJson(fake, '/api.weixin.qq.com/sns/jscode2session', {
    query: {
      appid: demoSettings.appid,
      secret: demoSettings.secret,
      js_code,
      grant_type: 'authorization_code',
      ...changed,
    },
  })

describe('the silent login', () => {
  test('a fresh code names the person, without an errcode', async () => {
    const fake = createFakeWechat()
    const answer = await login(fake, fake.control.registerLoginCode('o-chenxiulan'))
    expect(answer.openid).toBe('o-chenxiulan')
    expect(Buffer.from(String(answer.session_key), 'base64')).toHaveLength(16)
    expect(answer).not.toHaveProperty('errcode')
  })

  test('counts as a visit, so that what the person writes can be checked', async () => {
    const fake = createFakeWechat()
    const text = { version: 2, scene: 3, openid: 'o-chenxiulan', content: '楼道漏水' }
    expect(await post(fake, '/wxa/msg_sec_check', text)).toMatchObject({ errcode: 40003 })
    await login(fake, fake.control.registerLoginCode('o-chenxiulan'))
    expect(await post(fake, '/wxa/msg_sec_check', text)).toMatchObject({ errcode: 0 })
  })

  test('a code is good once', async () => {
    const fake = createFakeWechat()
    const code = fake.control.registerLoginCode('o-chenxiulan', 'code-1')
    expect(code).toBe('code-1')
    await login(fake, code)
    expect(await login(fake, code)).toMatchObject({ errcode: 40163 })
  })

  test('a code dies after five minutes, and a made-up one never lived', async () => {
    const fake = createFakeWechat({ now: noon })
    const code = fake.control.registerLoginCode('o-chenxiulan')
    await fake.control.advance(300_001)
    expect(await login(fake, code)).toMatchObject({ errcode: 40029 })
    expect(await login(fake, 'made-up')).toMatchObject({ errcode: 40029 })
  })

  test.each([
    ['a blocked person', 'risk-1', {}, 40226],
    ['a foreign appid', 'any', { appid: 'wxforeign' }, 40013],
    ['a wrong secret', 'any', { secret: 'wrong' }, 40125],
    ['no appid', 'any', { appid: '' }, 41002],
    ['no secret', 'any', { secret: '' }, 41004],
    ['no code', '', {}, 41008],
    ['another grant', 'any', { grant_type: 'client_credential' }, 40002],
  ])('%s is refused', async (_who, code, changed, errcode) => {
    expect(await login(createFakeWechat(), code, changed)).toMatchObject({ errcode })
  })

  test('a POST is told that the appid is missing', async () => {
    const fake = createFakeWechat()
    expect(await askJson(fake, '/api.weixin.qq.com/sns/jscode2session', { body: {} })).toMatchObject({ errcode: 41002 })
  })

  test('one person logs in a hundred times a minute, not more', async () => {
    const fake = createFakeWechat({ now: noon })
    for (let n = 0; n < 100; n++) await login(fake, fake.control.registerLoginCode('o-hasty'))
    expect(await login(fake, fake.control.registerLoginCode('o-hasty'))).toMatchObject({ errcode: 45011 })
    expect(await login(fake, fake.control.registerLoginCode('o-calm'))).toMatchObject({ openid: 'o-calm' })
    await fake.control.advance(60_000)
    expect(await login(fake, fake.control.registerLoginCode('o-hasty'))).toMatchObject({ openid: 'o-hasty' })
  })
})

describe('the session behind a login', () => {
  test('is confirmed by a signature with the key as text, and replaced on demand', async () => {
    const fake = createFakeWechat()
    const { session_key } = await login(fake, fake.control.registerLoginCode('o-chenxiulan'))
    const query = {
      access_token: await takeToken(fake),
      openid: 'o-chenxiulan',
      sig_method: 'hmac_sha256',
      signature: signWithSession(String(session_key), ''),
    }
    const check = '/api.weixin.qq.com/wxa/checksession'
    expect(await askJson(fake, check, { query })).toMatchObject({ errcode: 0 })
    expect(await askJson(fake, check, { query: { ...query, sig_method: 'md5' } })).toMatchObject({ errcode: 87008 })
    const renewed = await askJson(fake, '/api.weixin.qq.com/wxa/resetusersessionkey', { query })
    expect(renewed).toMatchObject({ errcode: 0, openid: 'o-chenxiulan' })
    expect(renewed.session_key).not.toBe(session_key)
    expect(await askJson(fake, check, { query })).toMatchObject({ errcode: 87009 })
  })

  test('signs like the platform (recomputed vectors)', () => {
    const key = 'gDyVgzwa0mFz9uUP7M6GQQ=='
    expect(signWithSession(key, '')).toBe('e35c090752203a4b504e53a52035160972950b8f52324508875b8770cd587845')
    const voip = ['wx20afc706a711eefc', '1559129713_672975982', '8AP6DT9ybtniUJfb', '1559129714'].sort().join('')
    expect(signWithSession(key, voip)).toBe('b002b824688dd8593a6079e11d8c5e8734fbcb39a6d5906eb347bfbcad79c617')
    expect(signWithSession(key, 'pages/booking/detail?id=1')).toBe(
      'aeeca94e0cf9af71043bd821224315b853359c664dc7650f210e15e0361c1178',
    )
  })
})
