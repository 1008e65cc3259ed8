import { describe, expect, test } from 'vitest'
import { alsoAdvises, endPosts } from '../support/duties.ts'
import { listen } from '../support/who-heard.ts'
import { refusal, tap } from '../support/world.ts'
import { alone } from './alone.ts'
import { answers, asks, claims, inQueue, thread } from './asking.ts'
import { adviser, justice, mate, neutral, openCounsel, resident, world } from './counsel.ts'

/** Whose turn it is from which minute on: half of the term, a quarter, the rest of the promise. */
openCounsel()

const pass = async (minutes: number) => {
  world.clock.forward(minutes)
  await world.api.chores()
}
const assign = (id: string) => justice.call('assignQuestion', { ...tap(id), adviserId: neutral.id })
const turn = async (id: string) => ({
  circle: (await thread(resident, id)).circle,
  his: await inQueue(neutral, id),
  everybodys: await inQueue(mate, id),
})
const kept = { circle: 'own', his: true, everybodys: false }
const shared = { circle: 'pool', his: true, everybodys: true }

describe('whom the township has named', () => {
  test('has it for himself for a quarter of the term, two hours, and not a minute longer', async () => {
    const id = await asks(resident)
    await assign(id)
    await pass(119)
    expect(await turn(id)).toEqual(kept)
    await pass(1)
    expect(await turn(id)).toEqual(shared)
  })

  test('has no more than is left of the promise; then it is the township’s at once', async () => {
    const id = await asks(resident)
    await pass(420)
    await assign(id)
    await pass(59)
    expect(await turn(id)).toEqual(kept)
    const { hears } = await listen(world.outside.db, id, () => pass(1), world.settle)
    expect(hears).toEqual({ [resident.openid]: 'question-hotline', justice: 'task-question-late' })
    expect((await turn(id)).circle).toBe('township')
  })

  test('has a quarter of a term also when the promise is broken already', async () => {
    const id = await asks(resident)
    await pass(481)
    await assign(id)
    await pass(1)
    expect(await turn(id)).toEqual(kept)
  })
})

test('while somebody holds it, what climbs calls nobody else', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  for (const _ of [1, 2, 3, 4]) {
    world.clock.forward(55)
    await adviser.call('saveDraft', { id, fence, words: '还在写' })
  }
  world.clock.forward(30)
  const found = await listen(world.outside.db, id, () => world.api.chores(), world.settle)
  expect((await thread(resident, id)).circle).toBe('pool')
  expect(found.hears).toEqual({})
  expect((await thread(adviser, id)).state).toBe('claimed')
})

test('who passes it on does not put off the rest: the township has it at four fifths of her term', async () => {
  const id = await asks(resident)
  world.clock.forward(120)
  await adviser.call('passQuestion', tap(id))
  expect((await thread(resident, id)).circle).toBe('pool')
  await pass(263)
  expect((await thread(resident, id)).circle).toBe('pool')
  await pass(1)
  expect((await thread(resident, id)).circle).toBe('township')
})

test('what the only duty person passes on in danger is first of all her own adviser’s', async () => {
  const id = await asks(resident, { danger: true })
  await justice.call('passQuestion', tap(id))
  expect((await thread(resident, id)).circle).toBe('own')
  expect([await inQueue(adviser, id), await inQueue(mate, id)]).toEqual([true, false])
})

test('a number of a lease that was never given is nobody’s', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  expect(await refusal(answers(mate, id, fence))).toBe('not-found')
  await adviser.call('releaseQuestion', { ...tap(id), fence })
  expect(await refusal(answers(adviser, id, fence + 1, '别人的号'))).toBe('not-found')
  await claims(adviser, id)
  expect((await thread(adviser, id)).draft).toBeNull()
})

test('what 给我下一个 keeps for one may be taken by another from its last moment on, not before', () =>
  alone(async own => {
    const [one, two] = [await own.someone('adviser'), await own.someone('adviser-mate')]
    const id = await asks(await own.someone('she'))
    own.clock.forward(241)
    await own.api.chores()
    const until = Date.parse((await one.call('nextQuestion', {})).card?.keptUntil ?? '')
    own.clock.now = new Date(until - 1)
    expect([await inQueue(two, id), await inQueue(one, id)]).toEqual([false, true])
    expect(await refusal(claims(two, id))).toBe('already-claimed')
    own.clock.now = new Date(until)
    expect(await inQueue(two, id)).toBe(true)
    await claims(two, id)
  }))

test('who advises villages of two towns finds what waits in either', async () => {
  const undo = await alsoAdvises(world.outside.db, 'adviser-neutral', 't002v1', 'u-firm-2')
  const far = await asks(resident, { communityId: 't002v1' })
  const near = await asks(resident)
  await pass(241)
  const found = [await inQueue(neutral, far), await inQueue(neutral, near)]
  await undo()
  expect(found).toEqual([true, true])
})

test('in a village without a lawyer of its own she is told of one of the township, not of nobody', () =>
  alone(async own => {
    const readers = async () => (await own.someone('she')).call('getReaders', { communityId: 't001v1' })
    await endPosts(own.outside.db, 'adviser', own.clock.now)
    expect((await readers()).adviser).toMatchObject({ name: '许静', firm: '明理律师事务所' })
    expect((await readers()).duty).toMatchObject({ name: '方正' })
  }))
