import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { pickPlace, resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf } from './steps.ts'

/** The code on a house plate opens 报问题 with the house filled in. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const page = 'reports/pages/new/index'

test.each([
  ['the mini-program code', `${page}?scene=b%3Dt001v1g1b2`],
  ['a mini-program code with the bare house in it', `${page}?scene=t001v1g1b2`],
  ['a link code', `${page}?q=https%3A%2F%2Fhuiyin.example%2Fd%2Ft001v1g1b2`],
])('%s fills in the house: one sentence and 提交 are enough', async (kind, path) => {
  const she = await town.world.someone(kind)
  const phone = await town.open(kind, { path })
  expect(phone.screen()).toContain('柳塘村 2号楼')
  expect(phone.screen()).toContain('已按门牌码填好地点')
  await phone.input('说一句', '楼道里堆着垃圾')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).place).toContain('柳塘村 2号楼')
})

test('the plate wins over the house where she lives, which stays her home', async () => {
  const she = await resident(town, 'visitor', 't001v2g1b1')
  const phone = await town.open('visitor', { path: `${page}?scene=b%3Dt001v1g1b3` })
  expect(phone.screen()).toContain('柳塘村 3号楼')
  await phone.input('说一句', '下水道堵了')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).place).toContain('柳塘村 3号楼')
  expect((await she.call('getMe', {})).home?.buildingId).toBe('t001v2g1b1')
})

test('a house filled in by its plate can be made her home with one tap on the receipt', async () => {
  const she = await town.world.someone('new-neighbour')
  const phone = await town.open('new-neighbour', { path: `${page}?scene=b%3Dt001v1g1b2` })
  await phone.input('说一句', '楼道里堆着垃圾')
  await phone.tap('提交')
  await phone.tap('以后默认用这个地点')
  await phone.waitFor('已记住，下次自动填好')
  expect((await she.call('getMe', {})).home?.buildingId).toBe('t001v1g1b2')
})

test.each([
  ['that nobody knows', 'b%3Dgone99'],
  ['of a village, not a house', 'b%3Dt001v1'],
  ['that was printed wrongly', '%E0%A4%A'],
  ['with a stranger’s words in it', 'x%3D%3Cscript%3E'],
])('a code %s leads to choosing by hand', async (kind, scene) => {
  const she = await town.world.someone(kind)
  const phone = await town.open(kind, { path: `${page}?scene=${scene}` })
  await phone.tap('选一下地点')
  await pickPlace(phone, '青禾镇', '柳塘村', '1号楼')
  await phone.input('说一句', '楼道里堆着垃圾')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).place).toContain('柳塘村 1号楼')
})

test('an unknown code is told in words', async () => {
  const phone = await town.open('told', { path: `${page}?scene=b%3Dgone99` })
  await phone.waitFor('没有认出这个地点，请再选一次')
})
