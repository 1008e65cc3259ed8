import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
import { openCast, type Town } from './cast.ts'
import { brokenInvariants } from './invariants.ts'

/** Where no building stands she writes where it is: a street, a shop, a field of her village. */
let town: Town
beforeAll(async () => {
  town = await openCast()
  await rowsOf(
    town.world.outside.db,
    sql`insert into areas (id, level, name, parent_id, path) values
      ('t001v1g2s1', 'building', '幸福超市', 't001v1g2', '/d001/t001/t001v1/t001v1g2/t001v1g2s1/')`,
  )
})
beforeEach(() => town.restart())
afterAll(async () => {
  expect(await brokenInvariants(town.world.outside.db)).toEqual([])
  await town.world.close()
})

const typed = (placeWords: string, more: object = {}) =>
  town.file({ buildingId: undefined, communityId: 't001v1', placeWords, ...more })

test('a shop that the village has in its list goes to the worker of its grid', async () => {
  const id = await typed('幸福超市后门')
  expect(await town.stateOf(id, 'worker-next-grid')).toMatchObject({
    gridName: '第2网格',
    level: 'grid',
    place: '柳塘村 幸福超市（幸福超市后门）',
  })
  expect(await town.alertsOf('worker-next-grid', id)).toEqual(['report-new'])
})

test('a field that nobody has heard of goes to the lead of the village, who is asked to say whose it is', async () => {
  const id = await typed('东头水田边上')
  expect(await town.stateOf(id)).toMatchObject({
    state: 'filed',
    level: 'community',
    gridName: '',
    place: '柳塘村（东头水田边上）',
    owner: { title: '网格长' },
    point: null,
  })
  expect(await town.alertsOf('lead', id)).toEqual(['report-unclaimed'])
  expect(await town.alertsOf('worker', id)).toEqual([])
  expect(await refusal(town.stateOf(id, 'worker'))).toBe('not-found')
  const { items } = await town.who.lead.call('listDesk', { desk: 't001v1', show: 'open' })
  expect(items.map(it => it.id)).toContain(id)
})

test('the lead hands it to a grid: it is that grid’s, at its level, and the resident hears who has it', async () => {
  const { who, tap, stateOf, alertsOf } = town
  const id = await typed('东头水田边上')
  const before = await stateOf(id)
  await who.lead.call('assignReport', { ...tap(id), gridId: 't001v1g2' })
  const after = await stateOf(id)
  expect(after).toMatchObject({ state: 'filed', level: 'grid', gridName: '第2网格', resolveBy: before.resolveBy })
  expect(after.dueAt).toBe(before.dueAt)
  expect(await alertsOf('worker-next-grid', id)).toEqual(['report-new'])
  expect(await alertsOf('resident', id)).toContain('report-assigned')
  await who['worker-next-grid'].call('acceptReport', tap(id))
})

test('the lead may also take it herself, and nobody who waits too long waits for ever', async () => {
  const { who, tap, stateOf, world } = town
  const [taken, left] = [await typed('村口大树下'), await typed('村口大树下')]
  await who.lead.call('acceptReport', tap(taken))
  expect(await stateOf(taken)).toMatchObject({ state: 'accepted', level: 'community' })
  await town.days(3)
  await world.api.chores()
  expect((await stateOf(left)).level).not.toBe('community')
})

test('a village alone is no place, nor is a township with words, nor a village that is gone', async () => {
  const { file } = town
  const none = { buildingId: undefined }
  expect(await refusal(file({ ...none, communityId: 't001v1' }))).toBe('place-unknown')
  expect(await refusal(file({ ...none, placeWords: '老街' }))).toBe('place-unknown')
  for (const communityId of ['t001', 'd001', 't001v9'])
    expect(await refusal(file({ ...none, communityId, placeWords: '老街' }))).toBe('place-unknown')
})

test('a neighbour who joins learns the village and nothing of her words', async () => {
  const { who, tap, stateOf } = town
  const id = await typed('王家门口')
  await who.neighbour.call('joinReport', tap(id))
  expect((await stateOf(id, 'neighbour')).place).toBe('柳塘村')
})

test('two that lie somewhere in the village are not taken for the same place', async () => {
  const { who, tap, stateOf } = town
  const first = await typed('东头水田', { words: '水管漏水' })
  const photo = await who.lead.upload()
  await who.lead.call('acceptReport', tap(first))
  await who.lead.call('resolveReport', { ...tap(first), words: '修好了', photoIds: [photo.id] })
  await who.resident.call('confirmReport', { ...tap(first), rating: 'good' })
  const again = await typed('西头水田', { words: '水管漏水' })
  expect((await stateOf(again, 'lead')).recurs).toBeNull()
})
