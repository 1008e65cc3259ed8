import { runCommand } from '@huiyin/api/commands.ts'
import { commonRescuePhones, phonesFor } from '@huiyin/shared/alerts/rescue-phones.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'

/** Whom she rings when life is in danger: what every county begins with, and what this one has set. */
let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const run = async (...words: string[]) => {
  const { outside, clock } = world
  const { ok } = await runCommand({ db: outside.db, keys: outside.keys, now: clock.now, read: async () => undefined }, [
    'phones',
    'rescue',
    ...words,
  ])
  return ok
}
const phonesAt = async (area?: string) => (await resident.call('listRescuePhones', { area })).items
const gasAt = async (area?: string) => (await phonesAt(area)).find(it => it.rescuer === 'gas')?.phone

test('every county begins with 119, 120, 110 and 95598; nobody has said who mends its gas', async () => {
  const sorted = (phones: typeof commonRescuePhones) => phones.toSorted((a, b) => (a.rescuer < b.rescuer ? -1 : 1))
  expect(sorted(await phonesAt())).toEqual(sorted(commonRescuePhones))
  expect(await phonesAt('nowhere')).toEqual(await phonesAt())
})

test('the nearest area that has a number of its own goes before those above, and those before the county', async () => {
  expect(await run('*', 'gas', '云溪燃气', '0310-1000000')).toBe(true)
  expect([await gasAt(), await gasAt('t001v1g1b1')]).toEqual(['0310-1000000', '0310-1000000'])
  await run('t001', 'gas', '青禾燃气', '0310-2000000')
  await run('t001v1', 'gas', '柳塘气站', '0310-3000000')
  expect([await gasAt('t001v1g1b1'), await gasAt('t001v2'), await gasAt('t002v1')]).toEqual([
    ...['0310-3000000', '0310-2000000', '0310-1000000'],
  ])
  await run('t001v1', 'gas', '-')
  expect(await gasAt('t001v1')).toBe('0310-2000000')
})

test('what is no number, no area and no rescuer is refused', async () => {
  expect(await run('*', 'gas', '燃气', '打这个')).toBe(false)
  expect(await run('nowhere', 'gas', '燃气', '0310-1')).toBe(false)
  expect(await run('*', 'water', '自来水', '0310-1')).toBe(false)
})

test('for gas and live wires the fire brigade stands below the company, and alone where there is none', () => {
  const phones = (rescuer: 'gas' | 'power' | 'medical') => phonesFor(rescuer, commonRescuePhones).map(it => it.phone)
  expect([phones('gas'), phones('power'), phones('medical')]).toEqual([['119'], ['95598', '119'], ['120']])
})
