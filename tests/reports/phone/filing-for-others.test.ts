import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, onlyReportOf } from './steps.ts'

/** Filing for somebody else, on a round, and the last word over what nobody asked for. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

test('a resident files for her neighbour with one tick, once the neighbour has agreed', async () => {
  const she = await resident(town, 'helper', 't001v1g1b2')
  const phone = await town.open('helper', { path: 'reports/pages/new/index' })
  await phone.input('说一句', '五楼王奶奶家门口灯不亮')
  await phone.tap('替别人报')
  await phone.tap('提交')
  expect(phone.screen()).toContain('请先问一问，她同意了再报')
  await phone.input('她的手机号（可不填）', '138')
  await phone.tap('她同意我替她报')
  await phone.tap('提交')
  expect(phone.screen()).toContain('手机号是 11 位数字')
  await phone.input('她的手机号（可不填）', '13800138000')
  await phone.tap('提交')
  await phone.waitFor('看进度')
  expect(await onlyReportOf(she)).toMatchObject({ source: 'proxy', mine: true })
})

test('a worker says that he found it on a round; the village goes to look, and says so with one tap', async () => {
  const worker = await resident(town, 'worker')
  const phone = await town.open('worker', { path: 'reports/pages/new/index' })
  await phone.tap('巡查发现')
  await phone.input('说一句', '楼道里堆了杂物')
  await phone.tap('提交')
  await phone.waitFor('看进度')
  const [{ id } = { id: '' }] = (await worker.call('listMyReports', {})).items
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  const solved = { id, eventId: crypto.randomUUID(), words: '清走了', unseen: 'nothing' as const }
  await worker.call('resolveReport', solved)
  const his = await town.open('worker', { path: `reports/pages/show/index?id=${id}` })
  expect(his.screen()).toContain('等别人去看过再确认')
  const lead = await town.open('lead', { path: `reports/pages/handle/index?id=${id}` })
  expect(lead.screen()).toContain('网格巡查发现')
  await lead.tap(button('已解决'))
  await lead.waitFor('已销号')
})

test('a chief opens the list of her building and is led to the progress of what stands there', async () => {
  const she = await resident(town, 'upstairs')
  await filedBy(she, '五楼漏水，我姓王')
  const phone = await town.open('chief', { path: 'reports/pages/desk/index' })
  await phone.waitFor('漏水堵水')
  expect(phone.screen()).not.toContain('我姓王')
  await phone.tap('漏水堵水')
  await phone.waitFor('办到哪一步')
  expect(phone.page()).toBe('reports/pages/show/index')
})
