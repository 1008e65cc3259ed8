import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Someone, tap, type World } from '../support/world.ts'
import { at, books, shanghai } from './booking.ts'

let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  adviser = await world.someone('adviser')
  justice = await world.someone('justice')
})
afterAll(() => world.close())

const record = (format: 'csv' | 'xlsx', who = justice) =>
  who.fetch(`/api/office/record?township=t001&month=2026-11&format=${format}`)
const table = async (): Promise<Record<string, string>[]> =>
  parse(Buffer.from(await (await record('csv')).arrayBuffer()), { bom: true, columns: true })

test('it holds what took place, who said so, and nothing that was only planned', async () => {
  expect(await table()).toEqual([])
  const [met, planned] = [
    await books(resident, at(adviser, '2026-11-24 14:00')),
    await books(resident, at(adviser, '2026-11-26 14:00')),
  ]
  expect(planned).not.toBe(met)
  expect(await table()).toEqual([])
  world.clock.now = shanghai('2026-11-24 14:40')
  await adviser.call('declareBooking', { ...tap(met), noConflict: true })
  await adviser.call('recordBooking', { ...tap(met), words: '谈了借条', outcome: 'answered' })
  const unconfirmed = (await table()).find(it => it.服务 === '预约咨询')
  expect(unconfirmed).toMatchObject({
    日期: '2026-11-24',
    时间: '14:00',
    '村（社区）': '柳塘村',
    分钟: '30',
    确认情况: '居民未确认',
  })
  await resident.call('tellTookPlace', { ...tap(met), happened: true })
  expect((await table()).find(it => it.服务 === '预约咨询')).toMatchObject({ 确认情况: '居民已确认' })
  expect(JSON.stringify(await table())).not.toMatch(/借条|王|resident/)
})

test('a walk-in stands in it as what the adviser himself has noted', async () => {
  const { places } = await adviser.call('listOfficeHours', {})
  const placeId = places.find(it => it.communityId === 't001v1')?.id ?? ''
  const walkIn = { id: randomUUID(), placeId, startsAt: shanghai('2026-11-24 16:40').toISOString(), minutes: 20 }
  await adviser.call('addWalkIn', walkIn)
  expect((await table()).find(it => it.服务 === '现场接待')).toMatchObject({ 分钟: '20', 确认情况: '顾问登记' })
})

test('no cell can run as a formula, whatever a place is called', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r'),
      fc.string({ maxLength: 12 }),
      async (sign, rest) => {
        const name = `${sign}${rest}`.replaceAll('\u0000', '')
        await rowsOf(world.outside.db, sql`update people set name = ${name} where openid = 'adviser' returning id`)
        for (const row of await table()) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      },
    ),
    { numRuns: 40 },
  )
  await rowsOf(world.outside.db, sql`update people set name = '周文' where openid = 'adviser' returning id`)
})

test('the spreadsheet holds the same lines, as texts and numbers', async () => {
  const bytes = new Uint8Array(await (await record('xlsx')).arrayBuffer())
  expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
  const { unzipSync, strFromU8 } = await import('fflate')
  const files = unzipSync(bytes)
  const text = Object.entries(files)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, it]) => strFromU8(it))
    .join()
  for (const word of ['预约咨询', '居民已确认', '现场接待']) expect(text).toContain(word)
  expect(text).not.toContain('<f>')
})

test('a village prints its month: sums with what they are sums of', async () => {
  const answer = await adviser.fetch('/api/office/sheet?communityId=t001v1&month=2026-11')
  const page = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(page).toContain('柳塘村 法律服务记录')
  expect(page).toMatch(/其中居民已确认 30 分钟（1 \/ 2 次）/)
  expect(await adviser.fetch('/api/office/sheet?communityId=t001v1&month=2026-10').then(it => it.text())).toContain(
    '这个月还没有服务',
  )
})

test('only the justice office of the township takes the record with it', async () => {
  for (const openid of ['resident', 'adviser', 'officer', 'justice-next-town', 'admin'])
    expect((await record('csv', await world.someone(openid))).status).toBe(403)
  const stranger = await world.someone('adviser-neutral')
  expect((await stranger.fetch('/api/office/sheet?communityId=t001v1&month=2026-11')).status).toBe(403)
})
