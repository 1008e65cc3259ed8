import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { expect, test } from 'vitest'
import { noon, post } from './wechat-caller.ts'

const CHECK = '/wxa/msg_sec_check'
const text = { version: 2, scene: 3, openid: 'o-chenxiulan', content: '楼道漏水' }

test('a lowered quota is met within its minute and its day, which begins at midnight in China', async () => {
  const limits = {
    [CHECK]: [
      { per: 'minute' as const, most: 2, errcode: 44991 },
      { per: 'day' as const, most: 3, errcode: 45009 },
    ],
  }
  const fake = createFakeWechat({ now: noon, limits })
  fake.control.visit('o-chenxiulan')
  const codes = async (times: number) => {
    const seen: unknown[] = []
    for (let n = 0; n < times; n++) seen.push((await post(fake, CHECK, text)).errcode)
    return seen
  }
  expect(await codes(3)).toEqual([0, 0, 44991])
  await fake.control.advance(60_000)
  expect(await codes(1)).toEqual([45009])
  const untilMidnight = 12 * 3_600_000 - 60_000
  await fake.control.advance(untilMidnight - 1)
  fake.control.visit('o-chenxiulan')
  expect(await codes(1)).toEqual([45009])
  await fake.control.advance(1)
  expect(await codes(1)).toEqual([0])
})

test('the quota of a path can be asked for', async () => {
  const fake = createFakeWechat()
  fake.control.visit('o-chenxiulan')
  await post(fake, CHECK, text)
  expect(await post(fake, '/cgi-bin/openapi/quota/get', { cgi_path: CHECK })).toMatchObject({
    errcode: 0,
    quota: { daily_limit: 2_000_000, used: 1, remain: 1_999_999 },
  })
  expect(await post(fake, '/cgi-bin/openapi/quota/get', { cgi_path: '/sns/jscode2session' })).toMatchObject({
    errcode: 76021,
  })
})
