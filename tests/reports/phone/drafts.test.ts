import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, pickPlace, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf, reportsOf } from './steps.ts'

/** WeChat may end the mini-program at any moment: nothing that she did is asked of her twice. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const writing = async (openid: string) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid)
  await phone.tap('报问题')
  return { she, phone }
}

/** The draft as it lies in the phone's storage. */
const kept = (phone: Miniprogram) =>
  Object.entries(phone.storage())
    .filter(([key]) => key.startsWith('draft.'))
    .map(([, text]) => JSON.parse(text as string))

const comeBack = async (phone: Miniprogram) => {
  phone.kill()
  await phone.relaunch()
  expect(phone.screen()).toContain('有一件没写完')
  await phone.tap('接着写')
  expect(phone.screen()).toContain('上次没写完的内容还在')
}

test('killed after the photo: it is there, and goes with the report', async () => {
  const { she, phone } = await writing('after-photo')
  await phone.tap('拍照或选照片')
  await phone.waitFor(() => kept(phone)[0]?.form.photoIds.length === 1)
  await comeBack(phone)
  const [image] = phone.findAll({ tag: 'image' })
  expect(String(image?.attrs.src)).toMatch(/^wxfile:\/\/usr\//)
  expect(phone.screen()).toContain('已传好')
  await phone.tap('提交')
  await phone.waitFor('照片都传好了')
  expect((await onlyReportOf(she)).before).toMatchObject([{ url: expect.any(String) }])
})

test('killed after the words: they are there', async () => {
  const { she, phone } = await writing('after-words')
  await phone.input('说一句', '三楼水管漏水')
  await phone.waitFor(() => kept(phone)[0]?.form.words === '三楼水管漏水')
  await comeBack(phone)
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).words).toBe('三楼水管漏水')
})

test('whoever looks at something else is saved at that very moment', async () => {
  const { phone } = await writing('looking-away')
  await phone.input('说一句', '井盖松了')
  await phone.hide()
  expect(kept(phone)).toMatchObject([{ form: { words: '井盖松了' }, state: 'writing' }])
})

test('killed after the place: the house and the spot in it are there, not the house she lives in', async () => {
  const { she, phone } = await writing('after-place')
  await phone.input('说一句', '栏杆断了')
  await phone.tap('修改')
  await pickPlace(phone, '青禾镇', '石桥村', '3号楼')
  await phone.input('具体位置（可不填）', '2 单元门口')
  await phone.waitFor(() => kept(phone)[0]?.form.placeWords === '2 单元门口')
  await comeBack(phone)
  expect(phone.screen()).toContain('3号楼')
  expect(phone.screen()).toContain('2 单元门口')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).place).toContain('石桥村 3号楼')
})

test('a draft may be thrown away, and then stays away', async () => {
  const { she, phone } = await writing('thrown-away')
  await phone.input('说一句', '写错了')
  await phone.waitFor(() => kept(phone)[0]?.form.words === '写错了')
  await comeBack(phone)
  await phone.tap('重新写')
  expect(phone.screen()).not.toContain('写错了')
  phone.kill()
  await phone.relaunch()
  expect(phone.screen()).not.toContain('有一件没写完')
  expect(await reportsOf(she)).toEqual([])
})

test('what a worker typed about a matter is there after a kill, for this matter and this act only', async () => {
  const { she, phone: hers } = await writing('typing-worker')
  await hers.input('说一句', '电线垂下来了')
  await hers.tap('提交')
  await hers.waitFor('收到了')
  const { id } = await onlyReportOf(she)
  const page = `reports/pages/handle/index?id=${id}`
  const phone = await town.open('worker', { path: page })
  await phone.tap('退单')
  await phone.input('文字', '归供电所管')
  await phone.waitFor(() => kept(phone).length === 1)
  phone.kill()
  await phone.relaunch(page)
  await phone.tap('补充说明')
  expect(phone.screen()).not.toContain('归供电所管')
  await phone.tap({ label: '关闭' })
  await phone.tap('退单')
  expect(phone.screen()).toContain('归供电所管')
  await phone.tap(button('提交'))
  await phone.waitFor('网格员 李秀兰 退回，换人办理')
  expect(kept(phone)).toEqual([])
})
