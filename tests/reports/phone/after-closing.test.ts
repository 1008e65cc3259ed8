import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { tap } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filedBy } from './steps.ts'

/** What the township does for a matter: it supervises, rules and visits back; and what she says a week later. */
let town: Phones
let she: Someone
beforeAll(async () => {
  town = await openPhones()
  she = await resident(town, 'resident')
})
afterAll(() => town.close())

const closed = async (words: string, rating: 'good' | 'poor') => {
  const id = await filedBy(she, words)
  const worker = await town.world.someone('worker')
  const photo = await worker.upload()
  await worker.call('acceptReport', tap(id))
  await worker.call('resolveReport', { ...tap(id), words: '好了', photoIds: [photo.id] })
  await she.call('confirmReport', { ...tap(id), rating })
  return id
}
const stateOf = (id: string) => she.call('getReport', { id })

test('the township puts a leak under supervision, sooner than the term; she reads until when', async () => {
  const id = await filedBy(she, '水管漏水')
  const office = await town.open('officer', { path: `reports/pages/handle/index?id=${id}` })
  await office.tap(button('督办'))
  await office.tap('居民多次反映')
  await office.tap(button('提交'))
  await office.waitFor(() => !office.has('为什么督办？'))
  expect(office.screen()).toMatch(/镇街督办（催着快办），要求 今天 \d+:\d\d 前办好/)
  const hers = await town.open('resident', { path: `reports/pages/show/index?id=${id}` })
  expect(hers.screen()).toMatch(/镇街督办（催着快办），要求 今天 \d+:\d\d 前办好/)
  expect(hers.screen()).toContain('居民多次反映')
  expect(await stateOf(id)).toMatchObject({ superviseLevel: 'township' })
})

test('after the second return the township chooses a grid and says why', async () => {
  const id = await filedBy(she, '水管漏水')
  const [worker, lead] = [await town.world.someone('worker'), await town.world.someone('lead')]
  await worker.call('returnReport', { ...tap(id), words: '不归我' })
  await lead.call('returnReport', { ...tap(id), words: '不归村里' })
  const hers = await town.open('resident', { path: `reports/pages/show/index?id=${id}` })
  expect(hers.screen()).toContain('第二次退单（退回），由镇街裁定（决定）谁来办')
  const office = await town.open('officer', { path: `reports/pages/handle/index?id=${id}` })
  await office.tap(button('裁定'))
  await office.tap({ text: '柳塘村', class: 'cell' })
  await office.tap({ text: '第2网格', class: 'cell' })
  await office.tap('地点在该网格')
  await office.tap(button('提交'))
  await office.waitFor(() => !office.has('为什么交给第2网格？'))
  expect(office.screen()).toContain('裁定（决定）：指派办理人')
  expect(await stateOf(id)).toMatchObject({ state: 'filed', gridName: '第2网格', ruling: null })
})

test('the township visits back from its list; what is not solved is opened again', async () => {
  const id = await closed('井盖松了', 'poor')
  const office = await town.open('officer', { path: 'reports/pages/visits/index?desk=t001' })
  expect(office.screen()).toContain('回访还剩')
  expect(office.has(button('下一页'))).toBe(false)
  await office.tap(button('记录回访'))
  await office.tap({ label: '关闭' })
  expect(office.has('没解决')).toBe(false)
  await office.tap(button('记录回访'))
  await office.tap(button('提交'))
  expect(office.screen()).toContain('请选一个结果')
  await office.tap('没解决')
  await office.tap('到现场看过')
  await office.tap(button('提交'))
  await office.waitFor('没有要回访的事')
  expect(await stateOf(id)).toMatchObject({ state: 'reopened', level: 'community' })
  const hers = await town.open('resident', { path: `reports/pages/show/index?id=${id}` })
  await hers.tap('看上一次的经过')
  expect(hers.screen()).toContain('回访：没解决')
})

test('a week after the closing she answers in one tap', async () => {
  const [fine, broken] = [await closed('楼道里堆着垃圾', 'good'), await closed('路灯不亮', 'good')]
  town.world.clock.forward(7 * 24 * 60 + 5)
  await town.world.api.chores()
  const hers = await town.open('resident', { path: `reports/pages/show/index?id=${fine}` })
  expect(hers.screen()).toContain('现在还好吗？')
  await hers.tap(button('还好'))
  await hers.waitFor(() => !hers.has('现在还好吗？'))
  expect(hers.screen()).toContain('回答：还好')
  const again = await town.open('resident', { path: `reports/pages/show/index?id=${broken}` })
  await again.tap(button('又坏了'))
  await again.waitFor(() => !again.has('现在还好吗？'))
  she = await town.world.someone('resident')
  expect(await stateOf(broken)).toMatchObject({ state: 'reopened' })
})

test('no phone noticed an error', () => town.closeAll())
