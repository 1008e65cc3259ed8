import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

/** Dictation, and a microphone that she keeps from the service. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

/** WeChat's dictation, as far as the pages use it. */
const speaking = async (openid: string) => {
  const started: object[] = []
  const manager = { start: (how: object) => void started.push(how), stop: () => {}, onError: () => {} }
  const plugins = { WechatSI: { getRecordRecognitionManager: () => manager } }
  await resident(town, openid)
  const phone = await town.open(openid, { path: 'reports/pages/new/index', plugins })
  return { phone, started, manager }
}

test('a microphone that she refused before is opened in the settings, and then hears', async () => {
  const { phone, started } = await speaking('refused')
  phone.device.scopes.set('scope.record', false)
  const tapped = phone.tap('说话')
  await phone.waitFor(() => phone.dialog() !== undefined)
  expect(phone.dialog()?.options).toMatchObject({ title: '没有允许用麦克风' })
  expect(started).toEqual([])
  phone.will('openSetting', { 'scope.record': true })
  await Promise.all([phone.answer('去设置'), tapped])
  await phone.waitFor(() => started.length === 1)
})

test('dictation that fails says so, and that she may type', async () => {
  const { phone, started, manager } = await speaking('fails')
  await phone.tap('说话')
  await phone.waitFor(() => started.length === 1)
  manager.onError()
  await phone.waitFor('没有打开麦克风，请再点一次。也可以打字')
  expect(phone.has('正在听，请说')).toBe(false)
})
