import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { expect, test } from 'vitest'
import { noon, post } from './wechat-caller.ts'

const PATH = '/wxa/business/getuserphonenumber'

test('the phone button gives the number once', async () => {
  const fake = createFakeWechat({ now: noon })
  const code = fake.control.registerPhoneCode('o-chenxiulan', '13800000001')
  const answer = await post(fake, PATH, { code, openid: 'o-chenxiulan' })
  expect(answer).toMatchObject({
    errcode: 0,
    phone_info: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' },
  })
  expect(answer.phone_info).toMatchObject({ watermark: { timestamp: 1782878400 } })
  expect(await post(fake, PATH, { code })).toMatchObject({ errcode: 40029 })
})

test('somebody else cannot take the number, and does not spoil it for its owner', async () => {
  const fake = createFakeWechat()
  const code = fake.control.registerPhoneCode('o-chenxiulan', '13800000001')
  expect(await post(fake, PATH, { code, openid: 'o-stranger' })).toMatchObject({ errcode: 40029 })
  expect(await post(fake, PATH, { code, openid: 'o-chenxiulan' })).toMatchObject({ errcode: 0 })
})

test('a login code opens no phone number, and an old phone code neither', async () => {
  const fake = createFakeWechat({ now: noon })
  const loginCode = fake.control.registerLoginCode('o-chenxiulan')
  expect(await post(fake, PATH, { code: loginCode })).toMatchObject({ errcode: 40029 })
  const code = fake.control.registerPhoneCode('o-chenxiulan', '13800000001')
  await fake.control.advance(300_001)
  expect(await post(fake, PATH, { code })).toMatchObject({ errcode: 40029 })
})

test('a foreign number is written with its country', async () => {
  const fake = createFakeWechat()
  const code = fake.control.registerPhoneCode('o-guest', '61234567', undefined, '852')
  expect(await post(fake, PATH, { code })).toMatchObject({
    phone_info: { phoneNumber: '+85261234567', purePhoneNumber: '61234567', countryCode: '852' },
  })
})
