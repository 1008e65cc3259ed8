import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCast, type Town } from './cast.ts'
import { brokenInvariants } from './invariants.ts'

let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(async () => {
  expect(await brokenInvariants(town.world.outside.db)).toEqual([])
  await town.world.close()
})

const leak = { words: '水管漏水' }

test('the same kind in the same building within thirty days marks the old closing; the staff see it on both', async () => {
  const { file, days, stateOf, alertsOf } = town
  const old = await file({ ...leak, buildingId: 't001v1g2b1' })
  await town.who['worker-next-grid'].call('acceptReport', town.tap(old))
  const photo = await town.who['worker-next-grid'].upload()
  await town.who['worker-next-grid'].call('resolveReport', { ...town.tap(old), words: '好了', photoIds: [photo.id] })
  await town.who.resident.call('confirmReport', { ...town.tap(old), rating: 'good' })
  await days(29)
  const again = await file({ ...leak, buildingId: 't001v1g2b1' })
  const [before, after] = [await stateOf(old, 'officer'), await stateOf(again, 'officer')]
  expect(before).toMatchObject({ state: 'closed', recurred: { id: again, number: after.number }, recurs: null })
  expect(after).toMatchObject({ recurs: { id: old, number: before.number }, recurred: null })
  expect(before.history.at(-1)).toMatchObject({ event: 'recur', staffOnly: true, by: '系统' })
  expect((await alertsOf('worker-next-grid', old))[0]).toBe('task-recurred')
  const third = await file({ ...leak, buildingId: 't001v1g2b1' })
  expect((await stateOf(third, 'officer')).recurs?.id).toBe(old)
  expect((await stateOf(old, 'officer')).recurred?.id).toBe(again)
})

test('residents see nothing of it, not even the reporter of either', async () => {
  const { file, close, stateOf } = town
  const old = await file({ ...leak, buildingId: 't001v1g1b2' })
  await close(old)
  const again = await file({ ...leak, buildingId: 't001v1g1b2' })
  for (const id of [old, again]) {
    const hers = await stateOf(id)
    expect(hers).toMatchObject({ recurs: null, recurred: null })
    expect(hers.history.map(it => it.event)).not.toContain('recur')
  }
})

test('without a building fifty metres count; further away, another kind or a month later it is another matter', async () => {
  const { file, close, days, stateOf } = town
  const at = (lng: number) => ({ buildingId: undefined, point: { lng, lat: 31.5039 } })
  const old = await file({ ...leak, ...at(117.2052) })
  await close(old)
  const recursOf = async (more: object) => (await stateOf(await file({ ...leak, ...more }), 'officer')).recurs?.id
  expect(await recursOf({ ...at(117.2052), words: '狗叫太吵' })).toBeUndefined()
  expect(await recursOf(at(117.206))).toBeUndefined()
  expect(await recursOf(at(117.2056))).toBe(old)
  await days(31)
  expect(await recursOf(at(117.2052))).toBeUndefined()
})

test('one that its reporter takes back was none, and the next counts instead', async () => {
  const { who, file, close, tap, stateOf } = town
  const place = { words: '狗叫太吵', buildingId: 't001v1g1b1' }
  const old = await file(place)
  await close(old)
  const mistaken = await file(place)
  expect((await stateOf(old, 'officer')).recurred?.id).toBe(mistaken)
  await who.resident.call('withdrawReport', tap(mistaken))
  expect((await stateOf(old, 'officer')).recurred).toBeNull()
  const real = await file(place)
  expect((await stateOf(old, 'officer')).recurred?.id).toBe(real)
  expect((await stateOf(mistaken, 'officer')).recurs?.id).toBe(old)
})

test('what is of no kind in particular comes again of nothing', async () => {
  const { file, close, stateOf } = town
  const other = { words: undefined, kind: 'other', photoIds: [randomUUID()], buildingId: 't001v1g1b3' }
  await close(await file(other))
  const again = await file({ ...other, photoIds: [randomUUID()] })
  expect((await stateOf(again, 'officer')).recurs).toBeNull()
})

test('of several closings it is the last one that did not hold', async () => {
  const { world, file, close, stateOf } = town
  const noise = { words: '装修噪音', buildingId: 't001v1g1b3' }
  const first = await file(noise)
  await close(first)
  world.clock.forward(60)
  const second = await file(noise)
  await close(second)
  world.clock.forward(60)
  expect((await stateOf(await file(noise), 'officer')).recurs?.id).toBe(second)
})

test('two who file at the same moment mark the old closing once', async () => {
  const { file, close, stateOf } = town
  const old = await file({ ...leak, buildingId: 't001v1g1b3' })
  await close(old)
  await Promise.all([1, 2, 3].map(() => file({ ...leak, buildingId: 't001v1g1b3' })))
  expect((await stateOf(old, 'officer')).history.filter(it => it.event === 'recur')).toHaveLength(1)
})
