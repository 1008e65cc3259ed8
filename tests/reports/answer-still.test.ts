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

const asks = async (id: string) => (await town.alertsOf('resident', id)).filter(it => it === 'report-still').length

test('a week and a month after the closing she is asked once each, though the chores run twice or slept', async () => {
  const { world, file, close, days, stateOf } = town
  const id = await file()
  await close(id)
  await days(6)
  await world.api.chores()
  expect([await asks(id), (await stateOf(id)).asksStill]).toEqual([0, false])
  await days(1.25)
  await Promise.all([world.api.chores(), world.api.chores()])
  await world.api.chores()
  expect([await asks(id), (await stateOf(id)).asksStill]).toEqual([1, true])
  await days(23)
  await world.api.chores()
  await world.api.chores()
  expect(await asks(id)).toBe(2)
  await days(30)
  await world.api.chores()
  expect(await asks(id)).toBe(2)
})

test('she is asked at the very minute that was promised, not at the chores after it', async () => {
  const { world, file, close, days, stateOf } = town
  const id = await file()
  await close(id)
  const closedAt = (await stateOf(id)).history.at(-1)?.at ?? ''
  await days(6)
  world.clock.now = new Date(Date.parse(closedAt) + 7 * 86_400_000)
  await world.api.chores()
  await days(0)
  expect(await asks(id)).toBe(1)
})

test('a month without chores asks once, not twice in a row', async () => {
  const { world, file, close, days } = town
  const id = await file()
  await close(id)
  await days(31)
  await world.api.chores()
  await world.api.chores()
  expect(await asks(id)).toBe(1)
})

test('还好 is one tap: the question goes, the matter stays closed, and an unasked answer is none', async () => {
  const { world, who, tap, file, close, days, stateOf } = town
  const id = await file()
  await close(id)
  expect(await refusal(who.resident.call('answerStill', { ...tap(id), answer: 'fine' }))).toBe('wrong-state')
  await days(7.1)
  await world.api.chores()
  const input = { ...tap(id), answer: 'fine' as const }
  await Promise.all([who.resident.call('answerStill', input), who.resident.call('answerStill', input)])
  const report = await stateOf(id)
  expect(report).toMatchObject({ state: 'closed', asksStill: false })
  expect(report.history.slice(-2).map(it => it.event)).toEqual(['ask', 'still'])
})

test('又坏了 opens the same matter one level up, within the thirty days and the week of grace', async () => {
  const { world, who, tap, file, close, days, stateOf } = town
  const [first, second] = [await file(), await file({ buildingId: 't001v1g1b2' })]
  const { resolveBy } = await stateOf(first)
  await close(first)
  await close(second)
  await days(36)
  await world.api.chores()
  await who.resident.call('answerStill', { ...tap(first), answer: 'broken', words: '灯又不亮了' })
  const report = await stateOf(first)
  expect(report).toMatchObject({ state: 'reopened', level: 'community', resolveBy, asksStill: false })
  expect(report.history.at(-1)).toMatchObject({ event: 'reopen', words: '灯又不亮了', by: '居民' })
  await days(1.1)
  expect(await refusal(who.resident.call('answerStill', { ...tap(second), answer: 'broken' }))).toBe('too-late')
  expect((await stateOf(second)).asksStill).toBe(false)
})

test('nobody but the reporter is asked, or may answer', async () => {
  const { world, who, tap, file, close, days, stateOf, alertsOf } = town
  const id = await file()
  await who.neighbour.call('joinReport', tap(id))
  await close(id)
  await days(7.1)
  await world.api.chores()
  expect(await alertsOf('neighbour', id)).not.toContain('report-still')
  expect((await stateOf(id, 'neighbour')).asksStill).toBe(false)
  expect(await refusal(who.neighbour.call('answerStill', { ...tap(id), answer: 'fine' }))).toBe('not-allowed')
})
