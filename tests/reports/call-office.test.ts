import { runCommand } from '@huiyin/api/commands.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from './cast.ts'

/** Whom a resident rings about her matter: the nearest number that the county has set, else the township's first duty number. */
let town: Town
let id: string
beforeAll(async () => {
  town = await openCast()
  id = await town.file()
  await town.who.neighbour.call('joinReport', town.tap(id))
})
afterAll(() => town.world.close())

const run = (...words: string[]) => {
  const { outside, clock } = town.world
  return runCommand({ db: outside.db, keys: outside.keys, now: clock.now, read: async () => undefined }, words)
}
const phoneFor = async (name: keyof Town['who']) => (await town.stateOf(id, name)).callPhone

test('where no number is set there is none', async () => {
  expect(await phoneFor('resident')).toBeNull()
})

test('the first duty number of her own township stands in for one', async () => {
  await run('phones', 'set', 't002', '值班室', '0310-2222222')
  expect(await phoneFor('resident')).toBeNull()
  await run('phones', 'set', 't001', '值班室', '0310-1111111', '带班领导', '0310-1111112')
  expect(await phoneFor('resident')).toEqual({ title: '青禾镇 值班室', phone: '0310-1111111' })
})

test('the nearest area that has a number of its own goes before those above, and before the duty number', async () => {
  const set = async (areaId: string, phone: string) => {
    expect((await run('phones', 'area', areaId, '网格办', phone)).ok).toBe(true)
    return phoneFor('resident')
  }
  expect(await set('d001', '0310-3000000')).toEqual({ title: '云溪区 网格办', phone: '0310-3000000' })
  expect(await set('t001v1', '0310-3000001')).toEqual({ title: '柳塘村 网格办', phone: '0310-3000001' })
  expect(await set('t001v1g2', '0310-3000002')).toMatchObject({ title: '柳塘村 网格办' })
  expect(await set('t001v1g1', '0310-3000003')).toEqual({ title: '第1网格 网格办', phone: '0310-3000003' })
  await run('phones', 'area', 't001v1g1', '-')
  expect(await phoneFor('resident')).toMatchObject({ title: '柳塘村 网格办' })
})

test('who joined is told it too; the staff, who are rung, are not', async () => {
  expect(await phoneFor('neighbour')).toMatchObject({ title: '柳塘村 网格办' })
  for (const name of ['worker', 'lead', 'officer'] as const) expect(await phoneFor(name)).toBeNull()
})

test('what is no number, and an area that is not there, are refused', async () => {
  expect((await run('phones', 'area', 't001', '网格办', '打这个')).ok).toBe(false)
  expect((await run('phones', 'area', 'nowhere', '网格办', '0310-1')).ok).toBe(false)
  expect((await run('phones', 'area', 't001', '网格办')).ok).toBe(false)
})
