import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import type { Target } from '@huiyin/tests/support/weapp/screen.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf } from './steps.ts'

/** Where it is, said by somebody who has told nobody where she lives: chosen, or written. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

/** 报问题, as far as to the buildings of her village. */
const inVillage = async (openid: string, words: string) => {
  const phone = await town.open(openid, { path: 'reports/pages/new/index' })
  await phone.input('说一句', words)
  for (const it of ['选一下地点', '青禾镇', '柳塘村']) await phone.tap(it)
  return phone
}

test('a first report without a home takes eight taps at most, and nobody asks for the number of a grid', async () => {
  const she = await town.world.someone('first-report')
  const phone = await town.open('first-report')
  let taps = 0
  const tap = async (target: Target) => {
    taps += 1
    await phone.tap(target)
    expect(phone.screen()).not.toContain('选网格')
  }
  await tap('报问题')
  await tap('拍照或选照片')
  await tap('选一下地点')
  await tap('青禾镇')
  await tap('柳塘村')
  await tap({ text: '2号楼', class: 'cell', nth: 0 })
  await tap('提交')
  await phone.waitFor('收到了')
  // Choosing the picture in the phone's own album costs one more at least.
  expect(taps + 1).toBeLessThanOrEqual(8)
  expect((await onlyReportOf(she)).place).toContain('柳塘村 2号楼')
})

test('her own village stands before the others', async () => {
  await resident(town, 'over-the-bridge', 't001v2g1b1')
  const phone = await town.open('over-the-bridge', { path: 'reports/pages/new/index' })
  await phone.tap('修改')
  await phone.tap('青禾镇')
  expect(phone.screen()).toMatch(/石桥村[\s\S]*柳塘村/)
})

test('two buildings of one name are told apart by what they lie in', async () => {
  const she = await town.world.someone('same-name')
  const phone = await inVillage('same-name', '灯不亮')
  await phone.input('写地名', '一号楼')
  expect(phone.screen()).toContain('第1网格')
  expect(phone.screen()).not.toContain('2号楼')
  await phone.tap('第2网格')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(await onlyReportOf(she)).toMatchObject({ gridName: '第2网格' })
})

test('a field is written as she calls it: the receipt says that the village will say whose it is', async () => {
  const she = await town.world.someone('in-the-field')
  const phone = await inVillage('in-the-field', '水渠塌了一段')
  await phone.input('写地名', '东头水田')
  await phone.tap('就写「东头水田」')
  expect(phone.screen()).toContain('柳塘村')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(phone.screen()).toContain('所属网格\n等网格长认领')
  expect(phone.screen()).toContain('谁会来\n网格长')
  expect(await onlyReportOf(she)).toMatchObject({ gridName: '', place: '柳塘村（东头水田）' })
  await phone.tap('看进度')
  expect(phone.screen()).not.toContain('已升到')
})

test('a village alone cannot be sent: it says what is missing', async () => {
  const phone = await inVillage('village-alone', '水渠塌了一段')
  await phone.input('写地名', '东头水田')
  await phone.tap('就写「东头水田」')
  await phone.input('具体位置（可不填）', '')
  await phone.tap('提交')
  expect(phone.screen()).toContain('再写一下在村里哪个地方')
})

test('the lead sees that the place is hers to give to a grid, and gives it', async () => {
  const she = await resident(town, 'asks-the-lead')
  const { id } = await she.call('fileReport', {
    id: crypto.randomUUID(),
    words: '水渠塌了',
    communityId: 't001v1',
    placeWords: '东头水田',
  })
  const lead = await town.open('lead', { path: `reports/pages/handle/index?id=${id}` })
  expect(lead.screen()).toContain('地点是居民写的')
  expect(lead.screen()).toContain('等网格长认领')
  await lead.tap('指派')
  await lead.tap({ text: '第2网格', class: 'cell' })
  await lead.waitFor(() => !lead.has('等网格长认领'))
  expect(await onlyReportOf(she)).toMatchObject({ gridName: '第2网格', level: 'grid' })
})
