import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shownToAll } from './shown-to-all.ts'
import { mendedFor } from './steps.ts'

/** Before and after shown to all, on the phones of those who do it. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterAll(() => town.close())

test('at 居民评价 the consent is off, can be ticked, and is taken back with one tap on the matter', async () => {
  const she = await resident(town, 'resident')
  const worker = await town.world.someone('worker')
  const id = await mendedFor(she, worker)
  const phone = await town.open('resident', { path: `reports/pages/show/index?id=${id}` })
  await phone.tap('已解决')
  await phone.tap('同意公开处理前后的照片和怎么办好的（照片打码，不写姓名和门牌）')
  await phone.tap('满意')
  await phone.waitFor('您已同意公开处理前后的照片和怎么办好的')
  expect((await she.call('getPublication', { id })).consent).not.toBeNull()
  await phone.tap('撤回同意')
  await phone.waitFor(button('同意公开'))
  expect((await she.call('getPublication', { id })).consent).toBeNull()
})

test('without a tick the matter is closed and nobody may publish it', async () => {
  const she = await resident(town, 'no-thanks')
  const worker = await town.world.someone('worker')
  const id = await mendedFor(she, worker)
  const phone = await town.open('no-thanks', { path: `reports/pages/show/index?id=${id}` })
  await phone.tap('已解决')
  await phone.tap('满意')
  await phone.waitFor(button('同意公开'))
  const office = await town.open('officer', { path: `reports/pages/publish/index?id=${id}` })
  await office.waitFor('上报人还没有同意公开')
})

test('the officer covers a part with buttons alone, previews, says that he has looked, and publishes', async () => {
  const she = await resident(town, 'agreeing')
  const id = await shownToAll(town.world, she, { publish: false })
  const phone = await town.open('officer', { path: `reports/pages/handle/index?id=${id}` })
  await phone.tap(button('公示处理前后'))
  expect(phone.page()).toBe('reports/pages/publish/index')
  await phone.tap({ ...button('加一块'), nth: 0 })
  await phone.waitFor('已盖住 1 块')
  await phone.tap('左移')
  await phone.input('怎么办好的', '王大爷家的水管换了')
  await phone.tap('预览')
  await phone.tap(button('公示'))
  await phone.waitFor('请先仔细看一遍')
  await phone.tap('我看过了，认不出人脸、车牌和门牌')
  await phone.tap(button('公示'))
  await phone.waitFor('这段文字还认得出是谁。还有人名或称呼')
  await phone.input('怎么办好的', '漏水的管子换了新的')
  await phone.tap('预览')
  expect(phone.screen()).toContain('漏水的管子换了新的')
  await phone.tap('我看过了，认不出人脸、车牌和门牌')
  await phone.tap(button('公示'))
  await phone.waitFor('正在公示')
  const { items } = await she.call('listPublished', {})
  expect(items).toMatchObject([{ words: '漏水的管子换了新的', tookHours: 0 }])
  const hers = await town.open('agreeing', { path: `reports/pages/show/index?id=${id}` })
  await hers.waitFor('大家现在看得到')
})

test('from home everybody comes to what was mended, reads what was done, and says thank you or takes it back', async () => {
  const phone = await town.open('neighbour')
  await phone.tap('办好的事')
  expect(phone.page()).toBe('reports/pages/published/index')
  await phone.waitFor('漏水的管子换了新的')
  expect(phone.screen()).toContain('从上报到办好不到一小时')
  await phone.tap('谢谢他们')
  await phone.waitFor('1 人道谢')
  await phone.tap('已道谢')
  await phone.waitFor('谢谢他们')
  expect(phone.screen()).not.toContain('人道谢')
})

test('a card of one of them shows the cleared copy and says what was mended in which village', async () => {
  const phone = await town.open('neighbour', { path: 'reports/pages/published/index' })
  await phone.tap('转发')
  const { items } = await (await town.world.someone('neighbour')).call('listPublished', {})
  expect(phone.calls('share')).toMatchObject([
    {
      title: '柳塘村的其他问题办好了，看看处理前后',
      path: `/reports/pages/published/index?id=${items[0]?.id}`,
      imageUrl: expect.stringContaining('/api/publications/photos/'),
    },
  ])
})

test('one that was handed on is shown alone, and when it is gone the way leads to the others', async () => {
  const she = await town.world.someone('agreeing')
  const [item] = (await she.call('listPublished', {})).items
  const phone = await town.open('stranger', { path: `reports/pages/published/index?id=${item?.id}` })
  await phone.waitFor('漏水的管子换了新的')
  await phone.tap('看看别的办好的事')
  expect(phone.page()).toBe('reports/pages/published/index')
  const late = await town.open('stranger', {
    path: 'reports/pages/published/index?id=7b0e4c1e-6f0c-4b7e-9d39-0a1f5b1c2d3e',
  })
  await late.waitFor('这一条已经不公开了')
  await late.tap('看看别的办好的事')
  await late.waitFor('漏水的管子换了新的')
})

test('a neighbour complains, and it is gone from the list', async () => {
  const phone = await town.open('neighbour', { path: 'reports/pages/published/index' })
  await phone.tap('举报')
  await phone.tap('其他不合适')
  await phone.waitFor('还没有公开的事')
  const she = await town.world.someone('agreeing')
  const [card] = (await she.call('listMyReports', {})).items
  const hers = await town.open('agreeing', { path: `reports/pages/show/index?id=${card?.id}` })
  await hers.waitFor('有人举报，已暂停公开')
  const worker = await town.open('worker', { path: `reports/pages/handle/index?id=${card?.id}` })
  expect(worker.has(button('公示处理前后'))).toBe(false)
})

test('every phone stayed without an error', () => town.closeAll())
