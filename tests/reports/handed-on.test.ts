import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
import { openCast, type Town } from './cast.ts'
import { brokenInvariants } from './invariants.ts'

/** What a matter leaves behind when it goes on: jobs, questions, pictures, and words that were not for everybody. */
let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(async () => {
  expect(await brokenInvariants(town.world.outside.db)).toEqual([])
  await town.world.close()
})

const words = '请看一下'
const dispatched = async () => {
  const id = await town.file({ words: '水管漏水' })
  await town.who.worker.call('acceptReport', town.tap(id))
  await town.who.worker.call('dispatchReport', { ...town.tap(id), unitId: 'u-water' })
  return id
}
const mends = async (id: string) => {
  const photo = await town.who.worker.upload()
  await town.who.worker.call('resolveReport', { ...town.tap(id), words, photoIds: [photo.id] })
  return photo.id
}

describe('the partner’s job is over', () => {
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['is returned to the level above', id => town.who.worker.call('returnReport', { ...town.tap(id), words })],
    [
      'is given to another grid',
      id => town.who.lead.call('assignReport', { ...town.tap(id), gridId: 't001v1g2', words }),
    ],
    [
      'is solved, and opened again',
      async id => {
        await mends(id)
        await town.who.resident.call('reopenReport', town.tap(id))
      },
    ],
  ])('when the matter %s', async (_, goesOn) => {
    const { who, tap, stateOf } = town
    const id = await dispatched()
    expect((await stateOf(id, 'partner')).unitName).toBe('自来水公司')
    await goesOn(id)
    expect((await stateOf(id)).unitName).toBeNull()
    expect(await refusal(stateOf(id, 'partner'))).toBe('not-found')
    expect(await refusal(who.partner.call('finishReport', { ...tap(id), words }))).toBe('not-found')
    const { items } = await who.partner.call('listDesk', { desk: 'u-water', show: 'all', limit: 50 })
    expect(items.map(it => it.id)).not.toContain(id)
  })
})

test('a late matter that is given to a partner has no new time: it climbs when it would have', async () => {
  const { world, who, tap, file, stateOf } = town
  const id = await file({ words: '水管漏水' })
  await who.worker.call('acceptReport', tap(id))
  world.clock.forward(150)
  await world.api.chores()
  const { level, dueAt } = await stateOf(id)
  expect(level).toBe('community')
  await who.lead.call('dispatchReport', { ...tap(id), unitId: 'u-water' })
  expect(await stateOf(id)).toMatchObject({ state: 'dispatched', level, dueAt })
})

test('a partner’s man who reports something at home is a resident there, whatever he works for', async () => {
  const { who, tap, stateOf } = town
  const { id } = await who.partner.call('fileReport', { id: randomUUID(), words, buildingId: 't001v1g1b2' })
  await who.partner.call('noteReport', { ...tap(id), words: '还是没人来' })
  expect((await stateOf(id, 'partner')).history.map(it => it.by)).toEqual(['居民', '居民'])
})

test('and so is the lawyer of the village, who has no duty over its places', async () => {
  const { world, tap } = town
  const lawyer = await world.someone('adviser')
  const { id } = await lawyer.call('fileReport', { id: randomUUID(), words, buildingId: 't001v1g1b2' })
  await lawyer.call('noteReport', { ...tap(id), words: '还是没人来' })
  expect((await lawyer.call('getReport', { id })).history.map(it => it.by)).toEqual(['居民', '居民'])
})

test('of a matter that she has opened again she is not asked whether it still holds', async () => {
  const { world, who, tap, file, close, days, stateOf, alertsOf } = town
  const id = await file()
  await close(id)
  await days(7.1)
  await world.api.chores()
  await who.resident.call('reopenReport', tap(id))
  await days(24)
  await world.api.chores()
  expect((await alertsOf('resident', id)).filter(it => it === 'report-still')).toHaveLength(1)
  const level = (await stateOf(id)).level
  const owner = level === 'community' ? who.lead : level === 'township' ? who.officer : who.supervisor
  await owner.call('acceptReport', tap(id))
  const photo = await owner.upload()
  await owner.call('resolveReport', { ...tap(id), words, photoIds: [photo.id] })
  await who.resident.call('confirmReport', { ...tap(id), rating: 'good' })
  expect(await stateOf(id)).toMatchObject({ state: 'closed', asksStill: false })
})

test('what is shown as mended is the last solution, with its pictures alone', async () => {
  const { who, tap, file, stateOf } = town
  const id = await file()
  await who.worker.call('acceptReport', tap(id))
  await mends(id)
  await who.resident.call('reopenReport', tap(id))
  await who.lead.call('acceptReport', tap(id))
  const photo = await who.lead.upload()
  await who.lead.call('resolveReport', { ...tap(id), words, photoIds: [photo.id] })
  expect((await stateOf(id)).after.map(it => it.id)).toEqual([photo.id])
})

test('a neighbour who follows it learns neither who looked at her number, nor until when she may take it back, nor what the visit heard', async () => {
  const { world, who, tap, file, stateOf } = town
  await who.resident.call('bindPhone', { code: world.wechat.control.registerPhoneCode('resident', '13800138000') })
  const id = await file({ words: '水管漏水' })
  await who.neighbour.call('joinReport', tap(id))
  expect((await stateOf(id)).withdrawUntil).not.toBeNull()
  expect((await stateOf(id, 'neighbour')).withdrawUntil).toBeNull()
  await who.worker.call('acceptReport', tap(id))
  await who.worker.call('revealReporter', { ...tap(id), reason: '需要上门' })
  expect((await stateOf(id)).looks).toHaveLength(1)
  expect((await stateOf(id, 'neighbour')).looks).toEqual([])
  await mends(id)
  await who.resident.call('confirmReport', { ...tap(id), rating: 'poor' })
  await who.officer.call('recordVisit', { ...tap(id), result: 'not-solved', words: '她家老人说还在滴' })
  const steps = (await stateOf(id, 'neighbour')).history.slice(-2)
  expect(steps.map(it => [it.event, it.words])).toEqual([
    ['visit', null],
    ['reopen', null],
  ])
})

test('of what is near the nearest three are shown, the nearest first', async () => {
  const { who, file } = town
  const at = (n: number) => ({ lng: 117.2102 + n * 0.0001, lat: 31.5036 })
  const ids: string[] = []
  for (const n of [3, 1, 4, 2, 0]) ids[n] = await file({ buildingId: undefined, point: at(n) })
  const { items } = await who.neighbour.call('listNearby', at(0))
  expect(items.map(it => it.id)).toEqual(ids.slice(0, 3))
})
