import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, tap, type World } from '../support/world.ts'
import { asks, claims, fit } from './asking.ts'

/** 举报 of a legal answer: it pauses at once, somebody looks, and whoever complained always hears what became of it. */
let world: World
const people: Record<string, Someone> = {}
const who = (openid: string) => people[openid] ?? expect.fail(`nobody called ${openid}`)
beforeAll(async () => {
  world = await openWorld()
  for (const openid of ['resident', 'adviser', 'justice', 'justice-next-town'])
    people[openid] = await world.someone(openid)
})
afterAll(() => world.close())

/** The text for everybody, and the question that nobody finds behind it. */
let text: { id: string; questionId: string }
beforeEach(async () => {
  for (const name of ['reader', 'neighbour']) people[name] = await world.someone(`${name}-${randomUUID()}`)
  for (const { id } of (await who('justice').call('listAnswerReviews', {})).items)
    await who('justice').call('reviewAnswer', { id, verdict: 'refuse' })
  const questionId = await asks(who('resident'), { topic: 'loan' })
  const fence = await claims(who('adviser'), questionId)
  await who('adviser').call('answerQuestion', { ...tap(questionId), fence, words: '答复', publication: fit })
  await who('resident').call('decidePublication', { ...tap(questionId), decision: 'approve' })
  world.clock.forward(1)
  await who('justice').call('reviewAnswer', { id: questionId, verdict: 'publish' })
  const [shown] = (await who('reader').call('listLegalAnswers', {})).items
  text = { id: shown?.id ?? '', questionId }
})

const complain = (openid = 'reader', more = {}) =>
  who(openid).call('complainLegalAnswer', { ...tap(text.id), reason: 'person', ...more })
const isShown = async () => {
  const list = (await who('neighbour').call('listLegalAnswers', {})).items.some(it => it.id === text.id)
  const found = (await who('neighbour').call('listLegalAnswers', { q: '借条' })).items.some(it => it.id === text.id)
  const one = await who('neighbour')
    .call('getLegalAnswer', { id: text.id })
    .then(
      () => true,
      () => false,
    )
  expect([found, one]).toEqual([list, list])
  return list
}
const judge = (verdict: 'publish' | 'refuse', openid = 'justice') =>
  who(openid).call('reviewAnswer', { id: text.questionId, verdict })
const newest = async (openid: string) => (await who(openid).call('listAlerts', {})).items[0]

test('a complaint takes it away at once and calls the justice office, which finds why, and shows it again', async () => {
  expect(await complain()).toEqual({ id: text.id, state: 'hidden' })
  expect(await isShown()).toBe(false)
  expect(await newest('justice')).toMatchObject({
    title: '普法问答被举报',
    page: `questions/pages/desk/index?id=${text.questionId}`,
  })
  const { items } = await who('justice').call('listAnswerReviews', {})
  expect(items).toMatchObject([{ id: text.questionId, ...fit, complaints: ['person'] }])
  await judge('publish')
  expect(await isShown()).toBe(true)
  expect((await who('justice').call('listAnswerReviews', {})).items).toEqual([])
  expect(await newest('reader')).toMatchObject({
    ...{ title: '您举报的普法问答复核过了', page: `questions/pages/answer/index?id=${text.id}` },
  })
})

test('taken down it is gone for good, her question says so, and who complained hears it', async () => {
  await complain()
  await complain('neighbour', { reason: 'untrue' })
  await judge('refuse')
  expect(await isShown()).toBe(false)
  expect((await who('resident').call('getQuestion', { id: text.questionId })).publication?.state).toBe('withdrawn')
  for (const openid of ['reader', 'neighbour'])
    expect(await newest(openid)).toMatchObject({ title: '您举报的普法问答已撤下' })
  expect(await refusal(complain())).toBe('not-found')
})

test('when she takes it back while it is hidden, who complained hears that it is gone', async () => {
  await complain()
  expect((await who('resident').call('getQuestion', { id: text.questionId })).publication?.state).toBe('hidden')
  await who('resident').call('decidePublication', { ...tap(text.questionId), decision: 'withdraw' })
  expect(await newest('reader')).toMatchObject({ title: '您举报的普法问答已撤下' })
  expect((await who('justice').call('listAnswerReviews', {})).items).toEqual([])
})

test('what who complained hears leads to the text alone, never to the question, its village or its number', async () => {
  await complain()
  await judge('publish')
  const said = JSON.stringify((await who('reader').call('listAlerts', {})).items)
  for (const hidden of [text.questionId, '柳塘', 'F2611']) expect(said).not.toContain(hidden)
})

test('the same tap again is the same complaint; one person is heard once, and another may complain anew', async () => {
  const input = { ...tap(text.id), reason: 'other' as const }
  const twice = await Promise.all([1, 2].map(() => who('reader').call('complainLegalAnswer', input)))
  expect(twice[0]).toEqual(twice[1])
  expect(await refusal(who('reader').call('complainLegalAnswer', { ...input, reason: 'untrue' }))).toBe('id-reused')
  expect(await refusal(who('neighbour').call('complainLegalAnswer', input))).toBe('not-found')
  await judge('publish')
  expect(await complain()).toEqual({ id: text.id, state: 'public' })
  expect(await isShown()).toBe(true)
  expect(await complain('neighbour')).toEqual({ id: text.id, state: 'hidden' })
})

test('only a second pair of eyes of the township judges it: not who wrote it, not another town', async () => {
  await complain()
  expect(await refusal(judge('publish', 'adviser'))).toBe('not-allowed')
  expect(await refusal(judge('publish', 'justice-next-town'))).toBe('not-found')
  expect(await isShown()).toBe(false)
})

test('five complaints in a day, of what is there, by somebody who is signed in', async () => {
  const nowhere = () => who('neighbour').call('complainLegalAnswer', { ...tap(randomUUID()), reason: 'other' })
  expect((await world.anybody(`/api/legal-answers/${text.id}/complain`, { method: 'POST' })).status).toBe(401)
  const eager = await world.someone('eager')
  const again = () => eager.call('complainLegalAnswer', { ...tap(text.id), reason: 'other' })
  for (let n = 0; n < 5; n++) await again()
  expect(await refusal(again())).toBe('too-many')
  expect(await refusal(nowhere())).toBe('not-found')
})
