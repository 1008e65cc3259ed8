import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { expect, test } from 'vitest'
import { askJson, noon, takeToken } from './wechat-caller.ts'

const { appid, secret } = demoSettings.service
const message = {
  touser: 's-liqiaoer',
  template_id: demoTemplateIds.newTask,
  miniprogram: { appid: demoSettings.appid, pagepath: 'pages/task?id=1' },
  client_msg_id: 'a'.repeat(32),
  data: {
    character_string1: { value: 'HM20260701-0042' },
    thing2: { value: '三号楼楼道漏水' },
    thing3: { value: '幸福里3号楼2单元' },
    phrase4: { value: '紧急' },
    time5: { value: '15:01' },
  },
}

const opened = async () => {
  const fake = createFakeWechat({ now: noon, service: { followers: ['s-liqiaoer'] } })
  const access_token = await takeToken(fake, { appid, secret })
  const send = (changed: object = {}) =>
    askJson(fake, '/api.weixin.qq.com/cgi-bin/message/template/send', {
      query: { access_token },
      body: { ...message, ...changed },
    })
  return { fake, send }
}

test('a follower gets a template message that opens the mini-program; the same id again is not sent twice', async () => {
  const { fake, send } = await opened()
  expect(await send()).toMatchObject({ errcode: 0 })
  expect(await send()).toMatchObject({ errcode: 0 })
  expect(fake.control.sent()).toMatchObject([{ channel: 'service', openid: 's-liqiaoer', page: 'pages/task?id=1' }])
  await fake.control.advance(11 * 60_000)
  await send()
  expect(fake.control.sent()).toHaveLength(2)
})

test.each([
  ['nobody who follows', { touser: 's-nobody' }, 43004],
  ['an unknown template', { template_id: 'T' }, 40037],
  ['a value against its rule', { data: { ...message.data, phrase4: { value: 'abc' } } }, 47003],
  ['another mini-program', { miniprogram: { appid: 'wx0000000000000000' } }, 40013],
])('%s is refused', async (_, changed, errcode) => {
  const { fake, send } = await opened()
  expect(await send(changed)).toMatchObject({ errcode })
  expect(fake.control.sent()).toEqual([])
})

test('a token of the mini-program is no token of the service account', async () => {
  const { fake } = await opened()
  const access_token = await takeToken(fake)
  const path = '/api.weixin.qq.com/cgi-bin/message/template/send'
  expect(await askJson(fake, path, { query: { access_token }, body: message })).toMatchObject({ errcode: 40001 })
})
