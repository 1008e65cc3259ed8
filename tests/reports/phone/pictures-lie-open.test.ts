import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { tap, tuesdayMorning } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { shownToAll } from './shown-to-all.ts'
import { filedBy } from './steps.ts'

/** Pictures on a page that lies open: their links run out, and are read anew in time. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => {
  town.closeAll()
  town.world.clock.now = tuesdayMorning
})
afterAll(() => town.close())

const show = (id: string) => ({ path: `reports/pages/show/index?id=${id}` })

const linksOn = (phone: Awaited<ReturnType<Phones['open']>>) =>
  phone.findAll({ tag: 'image' }).map(image => new URL(String(image.attrs.src)))

test('the pictures of what was mended stay good on a page that lies open, here and where parts are covered', async () => {
  const she = await resident(town, 'showing')
  await shownToAll(town.world, she)
  const covered = await shownToAll(town.world, await resident(town, 'covering'), { publish: false })
  const phones = [
    await town.open('neighbour', { path: 'reports/pages/published/index' }),
    await town.open('officer', { path: `reports/pages/publish/index?id=${covered}` }),
  ]
  await town.pass(25)
  for (const phone of phones) {
    const links = linksOn(phone)
    expect(links.length).toBeGreaterThanOrEqual(2)
    for (const link of links) expect((await town.world.anybody(link.pathname + link.search)).status).toBe(200)
  }
})

test('a picture that did not come says so, and comes at a tap', async () => {
  const id = await filedBy(await resident(town, 'looking'), '看照片')
  const photo = await (await resident(town, 'looking')).upload()
  const she = await resident(town, 'looking')
  await she.call('noteReport', { ...tap(id), words: '补一张', photoIds: [photo.id] })
  const phone = await town.open('looking', show(id))
  const tiles = () => phone.findAll({ tag: 'image' }).length
  expect(tiles()).toBe(1)
  await phone.lose({ tag: 'image' })
  expect(phone.screen()).toContain('照片没有打开')
  expect(tiles()).toBe(0)
  await phone.tap('再看一次')
  await phone.waitFor(() => tiles() === 1)
  expect(phone.has('再看一次')).toBe(false)
})

test('a cover that did not come is looked at again in its own place, without opening the matter', async () => {
  const she = await resident(town, 'covers')
  const photo = await she.upload()
  await she.call('fileReport', { id: randomUUID(), words: '有照片', photoIds: [photo.id], buildingId: 't001v1g1b1' })
  const phone = await town.open('covers', { path: 'reports/pages/mine/index' })
  await phone.lose({ tag: 'image' })
  expect(phone.findAll({ tag: 'image' })).toEqual([])
  await phone.tap('再看一次')
  await phone.waitFor(() => phone.findAll({ tag: 'image' }).length === 1)
  expect(phone.page()).toBe('reports/pages/mine/index')
  await phone.tap({ class: 'report-card' })
  expect(phone.page()).toBe('reports/pages/show/index')
})
