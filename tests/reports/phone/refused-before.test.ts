import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

/** What she, or her phone, once kept from the service: said in words, with the way to the settings, and back to what she was doing. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const spot = { name: '柳塘桥头', address: '柳塘路 1 号', latitude: 31.502, longitude: 117.2062 }
const place = 'scope.userLocation'

/** A resident who looks for a point on the map, on a phone that keeps the place from us. */
const looking = async (openid: string, refused?: boolean) => {
  await resident(town, openid)
  const phone = await town.open(openid)
  if (refused) phone.device.scopes.set(place, false)
  await phone.tap('报问题')
  await phone.tap('修改')
  return phone
}
const offered = (phone: Miniprogram) => phone.dialog()?.options

test('a place that she refused before: she is told what, goes to the settings, and chooses where she was', async () => {
  const phone = await looking('place-before', true)
  const onMap = phone.tap('在地图上选')
  await phone.waitFor(() => phone.dialog() !== undefined)
  expect(offered(phone)).toMatchObject({ title: '没有允许用位置', confirmText: '去设置' })
  expect(offered(phone)?.content).toContain('也可以按村和楼栋选')
  expect(phone.calls('chooseLocation')).toEqual([])
  phone.will('openSetting', { [place]: true })
  phone.will('chooseLocation', spot)
  await Promise.all([phone.answer('去设置'), onMap])
  await phone.waitFor(() => phone.screen().includes('柳塘桥头'))
})

test('who leaves the settings as they were is told how it goes on without', async () => {
  const phone = await looking('place-still-not', true)
  const onMap = phone.tap('在地图上选')
  await phone.waitFor(() => phone.dialog() !== undefined)
  await Promise.all([phone.answer('去设置'), onMap])
  await phone.waitFor('位置还没有打开。也可以按村和楼栋选')
  expect(phone.calls('chooseLocation')).toEqual([])
})

test('who does not want to go there is left in peace', async () => {
  const phone = await looking('place-no', true)
  const onMap = phone.tap('在地图上选')
  await phone.waitFor(() => phone.dialog() !== undefined)
  await Promise.all([phone.answer('不用了'), onMap])
  expect([phone.dialog(), phone.calls('openSetting')]).toEqual([undefined, []])
})

test('a refusal of this very moment is taken as it is: no dialog, only how it goes on', async () => {
  const phone = await looking('place-just-now')
  phone.will('chooseLocation', { fail: 'auth deny', errno: 103 })
  await phone.tap('在地图上选')
  await phone.waitFor('没有允许用位置。也可以按村和楼栋选；想用时再点一次')
  expect(phone.dialog()).toBeUndefined()
})

/** A resident about to add a photo, and what becomes of it. */
const adding = async (openid: string, answer: unknown) => {
  await resident(town, openid)
  const phone = await town.open(openid, { photos: [] })
  phone.device.answers.set('chooseMedia', [answer])
  await phone.tap('报问题')
  return { phone, tapped: phone.tap('拍照或选照片') }
}

test('pictures that she refused before: to the settings, and back to choosing', async () => {
  const { phone, tapped } = await adding('album-before', { fail: 'auth deny', errno: 103 })
  await phone.waitFor(() => phone.dialog() !== undefined)
  expect(offered(phone)).toMatchObject({ title: '没有允许用相机和相册' })
  phone.will('chooseMedia', await town.pictures())
  await Promise.all([phone.answer('去设置'), tapped])
  await phone.waitFor('已传好')
})

test('a camera that the phone itself keeps from WeChat: the phone’s own settings are offered', async () => {
  const { phone, tapped } = await adding('phone-keeps', { fail: 'system permission denied', errno: 3 })
  await phone.waitFor(() => phone.dialog() !== undefined)
  expect(offered(phone)?.content).toContain('手机没有允许微信用相机和相册')
  await Promise.all([phone.answer('去设置'), tapped])
  expect(phone.calls('openAppAuthorizeSetting')).toHaveLength(1)
})

test.each([
  ['broken', { fail: 'unknown error' }, '没有打开相机和相册，请再点一次。可以先写文字'],
  ['undeclared', { fail: 'api scope is not declared in the privacy agreement', errno: 112 }, '这里用不了相机和相册'],
])('a choice that is %s says what to do', async (name, answer, said) => {
  const { phone, tapped } = await adding(`choice-${name}`, answer)
  await tapped
  expect(phone.screen()).toContain(said)
})

test('a choice that she gives up is silent', async () => {
  const { phone, tapped } = await adding('gives-up', 'cancel')
  await tapped
  expect(phone.screen()).not.toMatch(/没有|不了/)
})
