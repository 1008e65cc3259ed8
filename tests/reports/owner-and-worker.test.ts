import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal } from '../support/world.ts'
import { openCast, type Town } from './cast.ts'
import { accept, afterMinutes, assign, inHand, rate, reopen, resolve, supervise, undrawn, visit } from './scenes.ts'

/** Who answers for a matter is not who does the work: the first is one person, the second whoever is there. */
let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(() => town.world.close())

const seen = async (id: string, by: 'resident' | 'lead' = 'resident') => {
  const { state, level, owner, hand, history } = await town.stateOf(id, by)
  return { state, level, owner: owner.id, hand: hand?.id ?? null, last: history.at(-1) }
}

// The first: nothing else waits yet.
test('whoever has it in hand finds it as his next task, and so does whoever answers for it', async () => {
  const { who } = town
  const id = await inHand(town)
  const next = async (name: 'worker' | 'lead') => (await who[name].call('getNextTask', {})).task?.card.id
  expect([await next('worker'), await next('lead')]).toEqual([id, id])
  await resolve(town, id)
})

test('what climbed to the village is mended by the worker on the spot; the village goes on answering for it', async () => {
  const { who } = town
  const id = await inHand(town)
  expect(await seen(id)).toMatchObject({
    ...{ state: 'accepted', level: 'community', owner: who.lead.id, hand: who.worker.id },
    last: { event: 'accept', by: '网格员 李秀兰', forWhom: expect.stringContaining('网格长') },
  })
  await resolve(town, id)
  const { last, ...after } = await seen(id)
  expect(after).toEqual({ state: 'resolved', level: 'community', owner: who.lead.id, hand: who.worker.id })
  expect(last).toMatchObject({ event: 'resolve', by: '网格员 李秀兰', forWhom: expect.stringContaining('网格长') })
})

test('a colleague with the same post mends what another has accepted, and the history says for whom', async () => {
  const { who, tap, file } = town
  const id = await file()
  await accept(town, id)
  const photo = await who['worker-mate'].upload()
  await who['worker-mate'].call('resolveReport', { ...tap(id), words: '顺路修好了', photoIds: [photo.id] })
  const { owner, hand, last } = await seen(id)
  expect({ owner, hand }).toEqual({ owner: who.worker.id, hand: who['worker-mate'].id })
  expect(last?.forWhom).toBe('网格员 李秀兰')
})

test('whose own work it is does it for nobody', async () => {
  const id = await town.file()
  await town.resolve(id)
  const { history, hand } = await town.stateOf(id)
  expect(hand).toBeNull()
  expect(history.map(step => step.forWhom)).toEqual([null, null, null])
})

test('a neighbour grid, a unit without the job and a chief do not work on it', async () => {
  const { who, tap } = town
  const id = await inHand(town)
  for (const name of ['worker-next-grid', 'partner', 'officer-next-town'] as const)
    expect(await refusal(who[name].call('startReport', tap(id)))).toBe('not-found')
})

test('who has it in hand may telephone her; a colleague who has not may not', async () => {
  const { who, tap } = town
  const id = await inHand(town)
  const reason = '约时间上门'
  expect(await who.worker.call('revealReporter', { ...tap(id), reason })).toEqual({ phone: null })
  expect(await refusal(who['worker-mate'].call('revealReporter', { ...tap(id), reason }))).toBe('not-allowed')
})

test('it stays in his hands when it climbs on, and leaves them when it goes to another grid', async () => {
  const { who } = town
  const id = await inHand(town)
  await afterMinutes(121)(town, id)
  expect(await seen(id)).toMatchObject({ level: 'township', owner: who.officer.id, hand: who.worker.id })
  await supervise(town, id)
  await assign(town, id)
  expect(await seen(id, 'lead')).toMatchObject({ level: 'grid', owner: who['worker-next-grid'].id, hand: null })
})

test('however far it had climbed, a failed visit sends it one level above whoever solved it', async () => {
  const { who } = town
  const id = await inHand(town)
  await afterMinutes(121)(town, id)
  await resolve(town, id)
  await rate('poor')(town, id)
  await visit('not-solved')(town, id)
  expect(await seen(id)).toMatchObject({ state: 'reopened', level: 'community', owner: who.lead.id, hand: null })
})

test('a neighbour who joined adds what she sees: she and the reporter read it, another neighbour does not', async () => {
  const { who, tap, world } = town
  const id = await inHand(town)
  const other = await world.someone('other-neighbour')
  await other.call('joinReport', tap(id))
  await who.neighbour.call('noteReport', { ...tap(id), words: '三楼也滴水了' })
  const reads = async (by: typeof other) => JSON.stringify(await by.call('getReport', { id })).includes('三楼也滴水了')
  expect([await reads(who.neighbour), await reads(who.resident), await reads(who.worker), await reads(other)]).toEqual([
    ...[true, true, true, false],
  ])
})

test('solved by the village itself, it goes to the township', async () => {
  const { who, tap, file } = town
  const id = await file({ id: undrawn() })
  await who.lead.call('acceptReport', tap(id))
  const photo = await who.lead.upload()
  await who.lead.call('resolveReport', { ...tap(id), words: '村里修好了', photoIds: [photo.id] })
  await reopen(town, id)
  expect(await seen(id)).toMatchObject({ level: 'township', owner: who.officer.id })
})
