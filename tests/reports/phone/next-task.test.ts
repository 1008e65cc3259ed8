import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy } from './steps.ts'

/** The first screen of whoever works begins with what she does next. */
let town: Phones
let she: Someone
let worker: Someone
let mate: Someone

beforeAll(async () => {
  town = await openPhones()
  she = await resident(town, 'resident')
  worker = await town.world.someone('worker')
  mate = await town.world.someone('worker-mate')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const eventsOf = async (id: string) => (await she.call('getReport', { id })).history.map(it => it.event)

const mend = async (id: string) => {
  const photo = await worker.upload()
  await worker.call('resolveReport', { id, eventId: randomUUID(), words: '已修好', photoIds: [photo.id] })
}

test('with nothing to do she reads one quiet sentence, and no word about matters of her own', async () => {
  const phone = await town.open('worker')
  expect(phone.screen()).toContain('现在没有要您办的事')
  expect(phone.has(button('受理'))).toBe(false)
  for (const absent of ['还没有上报过问题', '今天办好']) expect(phone.screen()).not.toContain(absent)
  expect((await town.open('resident')).screen()).toContain('还没有上报过问题')
})

test('before it is known who opens it, nobody is told that they have reported nothing', async () => {
  town.line.meet = asked => (asked === 'GET /api/me' ? new Response('<html>', { status: 502 }) : undefined)
  const phone = await town.open('worker')
  expect(phone.screen()).not.toContain('还没有上报过问题')
  town.line.meet = undefined
  await phone.hide()
  await phone.show()
  await phone.waitFor('现在没有要您办的事')
})

test('what is due first stands there with its place and time, and one tap accepts it', async () => {
  const id = await filedBy(she, '水管漏水')
  const phone = await town.open('worker')
  for (const said of ['下一件', '漏水堵水', '水管漏水', '柳塘村 1号楼', '受理还剩 '])
    expect(phone.screen()).toContain(said)
  await phone.tap(button('受理'))
  await phone.waitFor(button('去办理'))
  expect(await eventsOf(id)).toEqual(['file', 'accept'])
  expect(phone.screen()).toContain('办好还剩 ')
  await phone.tap(button('去办理'))
  expect([phone.page(), phone.query().id]).toEqual(['reports/pages/handle/index', id])
  await mend(id)
  await phone.back()
  await phone.waitFor('今天办好 1 件')
  expect(phone.screen()).toContain('接下来，等居民确认\n漏水堵水，柳塘村 1号楼')
  await she.call('confirmReport', { id, eventId: randomUUID(), rating: 'good' })
})

test('what a mate took meanwhile is told with her name, and is not taken twice', async () => {
  const id = await filedBy(she)
  const phone = await town.open('worker')
  await mate.call('acceptReport', { id, eventId: randomUUID() })
  await phone.tap(button('受理'))
  await phone.waitFor('网格员 陈建国受理')
  const { number, owner } = await she.call('getReport', { id })
  expect(phone.screen()).toContain(`编号 ${number} 已由网格员 陈建国受理`)
  expect([owner.name, await eventsOf(id)]).toEqual(['陈建国', ['file', 'accept']])
  expect(phone.screen()).toContain('现在没有要您办的事')
})

test('where the answer was lost on the way, the next tap is the same tap', async () => {
  const id = await filedBy(she)
  const phone = await town.open('worker')
  town.line.meet = async (asked, request) => {
    if (!asked.endsWith('/accept')) return undefined
    await town.world.api.fetch(request)
    return new Response('', { status: 503 })
  }
  await phone.tap(button('受理'))
  town.line.meet = undefined
  await phone.tap(button('受理'))
  await phone.waitFor(button('去办理'))
  expect(phone.screen()).not.toContain('已由')
  expect(await eventsOf(id)).toEqual(['file', 'accept'])
  await mend(id)
})

test('a task that came while the page lay open is there when she looks again', async () => {
  const phone = await town.open('worker')
  expect(phone.has(button('受理'))).toBe(false)
  await filedBy(she, '井盖松了')
  await lookAgain(phone)
  await phone.waitFor(button('受理'))
  await phone.tap(button('看详情'))
  expect(phone.page()).toBe('reports/pages/handle/index')
})

test('an officer is led to the visit that is due first, and from there to the next', async () => {
  const id = await filedBy(she)
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  await mend(id)
  await she.call('confirmReport', { id, eventId: randomUUID(), rating: 'poor' })
  const phone = await town.open('officer')
  for (const said of ['下一件', '回访：', '回访还剩 ']) expect(phone.screen()).toContain(said)
  await phone.tap(button('去回访'))
  expect([phone.page(), phone.query().id]).toEqual(['reports/pages/handle/index', id])
  expect(phone.has(button('记录回访'))).toBe(true)
  await town.world
    .someone('officer')
    .then(officer => officer.call('recordVisit', { id, eventId: randomUUID(), result: 'solved', words: '问过' }))
  await phone.back()
  await phone.waitFor('现在没有要您办的事')
})
