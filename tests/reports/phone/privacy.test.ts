import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { pickPlace, resident } from '@huiyin/tests/support/steps.ts'
import type { MiniprogramOptions } from '@huiyin/tests/support/weapp/open-miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf } from './steps.ts'

/** WeChat lets nobody have a photo or a place before she has agreed: asked in our words, and a no costs nothing. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const notYet = { privacy: { agreed: false } }
const spot = { name: '柳塘桥头', address: '柳塘路 1 号', latitude: 31.502, longitude: 117.2062 }

const writing = async (openid: string, options: Partial<MiniprogramOptions> = notYet) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid, options)
  await phone.tap('报问题')
  return { she, phone }
}

test('the first photo asks for her consent, in our own words and with the whole guide one tap away', async () => {
  const { phone } = await writing('agrees')
  expect(phone.screen()).not.toContain('怎么用您的信息')
  await phone.tap('拍照或选照片')
  expect(phone.dialog()).toBeUndefined()
  expect(phone.screen()).toContain('只有负责这件事的人看得到')
  await phone.tap('看完整的隐私保护指引')
  expect(phone.calls('openPrivacyContract')).toHaveLength(1)
  await phone.tap('同意并继续')
  await phone.waitFor('已传好')
  expect(phone.screen()).not.toContain('怎么用您的信息')
})

test('once agreed she is not asked again, not even after a kill', async () => {
  const { phone } = await writing('agreed-once')
  await phone.tap('拍照或选照片')
  await phone.tap('同意并继续')
  await phone.waitFor('已传好')
  await phone.hide()
  phone.kill()
  await phone.relaunch('reports/pages/new/index')
  phone.will('chooseMedia', await town.pictures())
  await phone.tap('再加一张')
  await phone.waitFor(() => phone.findAll('已传好').length === 2)
})

test('who says 暂不 still reports, with words alone', async () => {
  const { she, phone } = await writing('refuses')
  await phone.tap('拍照或选照片')
  await phone.tap('暂不')
  expect(phone.screen()).not.toContain('怎么用您的信息')
  await phone.input('说一句', '三楼水管漏水')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(await onlyReportOf(she)).toMatchObject({ words: '三楼水管漏水', before: [] })
})

test('who closed the question may change her mind: the next tap asks again', async () => {
  const { phone } = await writing('changes-mind')
  await phone.tap('拍照或选照片')
  await phone.tap({ label: '关闭' })
  phone.will('chooseMedia', await town.pictures())
  await phone.tap('拍照或选照片')
  await phone.tap('同意并继续')
  await phone.waitFor('已传好')
})

test('a place refused is chosen from the list of houses instead', async () => {
  const she = await town.world.someone('no-place')
  const phone = await town.open('no-place', notYet)
  await phone.tap('报问题')
  await phone.input('说一句', '路灯不亮')
  await phone.tap('提交')
  expect(phone.screen()).toContain('还没有选地点')
  await phone.tap('选一下地点')
  await phone.tap('在地图上选')
  expect(phone.screen()).toContain('位置只用来写明问题在哪里')
  expect(phone.screen()).not.toContain('照片只用来')
  await phone.tap('暂不')
  await pickPlace(phone, '青禾镇', '柳塘村', '2号楼')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).place).toContain('柳塘村 2号楼')
})

test('a point on the map is named by the house or the grid that it falls into', async () => {
  const { she, phone } = await writing('on-the-map')
  await phone.input('说一句', '井盖松了')
  await phone.tap('修改')
  phone.will('chooseLocation', spot)
  await phone.tap('在地图上选')
  await phone.tap('同意并继续')
  await phone.waitFor(() => phone.screen().includes('柳塘桥头'))
  expect(phone.screen()).toContain('柳塘村')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(await onlyReportOf(she)).toMatchObject({ gridName: '第1网格', point: expect.anything() })
})

test('a point outside the town is said to be outside, and she chooses again', async () => {
  const { phone } = await writing('outside', {})
  await phone.tap('修改')
  phone.will('chooseLocation', { ...spot, latitude: 39.9, longitude: 116.4 })
  await phone.tap('在地图上选')
  await phone.waitFor('这个地点不在本镇范围内。请改选地点，或拨打 12345')
  await pickPlace(phone, '青禾镇', '石桥村', '1号楼')
  expect(phone.screen()).toContain('1号楼')
})

test('an ability that the guide forgot to list leaves the other ways open', async () => {
  const { phone } = await writing('undeclared', { privacy: { agreed: true, declared: [] } })
  await phone.tap('拍照或选照片')
  expect(phone.screen()).toContain('拍照或选照片')
  await phone.input('说一句', '墙皮掉了')
  await phone.tap('提交')
  await phone.waitFor('收到了')
})
