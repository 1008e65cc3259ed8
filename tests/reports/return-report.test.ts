import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
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

const twice = async (more: object = {}) => {
  const { who, tap, file } = town
  const id = await file(more)
  await who.worker.call('returnReport', { ...tap(id), words: '不归我' })
  await who.lead.call('returnReport', { ...tap(id), words: '不归村里' })
  return id
}

test('the second return asks the township for a ruling, and the resident reads who rules', async () => {
  const { stateOf, alertsOf } = town
  const id = await twice()
  const hers = await stateOf(id)
  expect(hers).toMatchObject({ state: 'returned', level: 'township', ruling: 'township', owner: { name: '郑海' } })
  expect(hers.history.map(it => [it.event, it.ruling])).toEqual([
    ['file', false],
    ['return', false],
    ['return', true],
  ])
  expect(await alertsOf('officer', id)).toEqual(['task-ruling'])
  expect((await alertsOf('resident', id))[0]).toBe('report-ruling')
})

test('a ruling by assignment needs its reason, and the grid that gets it cannot return it again', async () => {
  const { who, tap, stateOf } = town
  const id = await twice()
  const assign = { ...tap(id), gridId: 't001v1g2' }
  expect(await refusal(who.officer.call('assignReport', assign))).toBe('words-needed')
  await who.officer.call('assignReport', { ...assign, words: '这栋楼归第2网格' })
  expect((await stateOf(id)).history.at(-1)).toMatchObject({ event: 'assign', ruling: true, words: '这栋楼归第2网格' })
  const again = { ...tap(id), words: '还是不归我' }
  expect((await stateOf(id, 'worker-next-grid')).can).not.toContain('return')
  expect(await refusal(who['worker-next-grid'].call('returnReport', again))).toBe('return-refused')
})

test('whoever rules may take it over instead, without a word', async () => {
  const { who, tap, stateOf } = town
  const id = await twice()
  expect((await stateOf(id, 'officer')).can).not.toContain('return')
  await who.officer.call('acceptReport', tap(id))
  const report = await stateOf(id)
  expect(report).toMatchObject({ state: 'accepted', ruling: null, owner: { name: '郑海' } })
  expect(report.history.at(-1)).toMatchObject({ event: 'accept', ruling: true })
})

test('no return stops the clock: the first deadline strikes though the matter went up twice', async () => {
  const { world, stateOf } = town
  const id = await twice({ words: '水管漏水' })
  expect((await stateOf(id)).dueAt).toBe('2026-11-24T02:30:00.000Z')
  world.clock.forward(31)
  await world.api.chores()
  expect(await stateOf(id)).toMatchObject({ level: 'district', ruling: 'district', late: true })
})
