import { randomUUID } from 'node:crypto'
import { people } from '@huiyin/db/people/tables.ts'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { alsoAdvises } from '../support/duties.ts'
import { refusal, type Someone, tap } from '../support/world.ts'
import { answers, asks, claims, fit, inQueue, thread } from './asking.ts'
import { adviser, justice, neutral, openCounsel, resident, world } from './counsel.ts'

/** What a further word of hers begins anew, and what it leaves as it was. */
openCounsel()

const day = 24 * 60
const asksOn = (id: string, words = '那利息呢') => resident.call('followUp', { ...tap(id), words })
const answered = async (more = {}, who: Someone = adviser, about = {}) => {
  const id = await asks(resident, about)
  await who.call('answerQuestion', { ...tap(id), fence: await claims(who, id), words: '先写信', ...more })
  return id
}
const paper = async (who: Someone) => {
  const id = randomUUID()
  const form = new FormData()
  form.set('file', new File(['%PDF-1.4\n1 0 obj'], 'a.pdf', { type: 'application/pdf' }))
  await who.fetch(`/api/files/${id}`, { method: 'POST', body: form })
  return id
}
const texts = async (who: Someone) => (await who.call('listAlerts', { limit: 50 })).items.map(it => it.text)

describe('her further word', () => {
  test('goes to the office that answered, not to the lawyer of her village', async () => {
    const id = await asks(resident)
    for (const minutes of [241, 144]) {
      world.clock.forward(minutes)
      await world.api.chores()
    }
    await answers(justice, id, await claims(justice, id))
    await asksOn(id)
    expect((await thread(resident, id)).circle).toBe('township')
    expect(await inQueue(justice, id)).toBe(true)
  })

  test('begins a new promise, and that is the one he reads', async () => {
    const id = await answered()
    world.clock.forward(day)
    await asksOn(id)
    expect((await thread(resident, id)).answerBy).toBe('2026-11-25T10:00:00.000Z')
    expect((await texts(adviser))[0]).toContain('11月25日 18:00')
  })

  test('against the committee goes past those whom it pays by now, whoever has answered before', async () => {
    const id = await answered({}, neutral, { againstCommittee: true })
    const colleague = await world.someone(`colleague-${randomUUID()}`)
    const undo = await alsoAdvises(world.outside.db, colleague.openid, 't001v1', 'u-firm-2')
    await asksOn(id)
    const seen = [(await thread(resident, id)).circle, await inQueue(adviser, id), await inQueue(neutral, id)]
    await undo()
    expect(seen).toEqual(['township', false, false])
  })

  test('brings what he suggests anew to her once more', async () => {
    const id = await answered({ suggestion: 'consultation' })
    await resident.call('agreeSuggestion', tap(id))
    await asksOn(id)
    const fence = await claims(adviser, id)
    await adviser.call('answerQuestion', { ...tap(id), fence, words: '还是面谈好', suggestion: 'consultation' })
    expect(await thread(resident, id)).toMatchObject({ agreed: false, suggestion: 'consultation' })
    expect((await thread(resident, id)).can).toContain('agree')
  })

  test('is taken with what came along, each beside its own words', async () => {
    const [first, second] = [await paper(resident), await paper(resident)]
    const id = await answered({}, adviser, { topic: 'labour', fileIds: [first] })
    await resident.call('followUp', { ...tap(id), words: '这是合同', fileIds: [second] })
    const { texts } = await thread(resident, id)
    const along = texts.map(it => [it.kind, it.files.map(file => file.id), it.aid !== null])
    expect(along).toEqual([
      ['story', [first], false],
      ['answer', [], true],
      ['follow-up', [second], false],
    ])
  })

  test('shows whoever takes it nothing of how she rated him, nor of the text that she was offered', async () => {
    const id = await answered({ publication: fit }, adviser, { anonymous: true })
    await resident.call('rateQuestion', { ...tap(id), rating: 'poor' })
    await asksOn(id)
    await claims(adviser, id)
    expect(await thread(adviser, id)).toMatchObject({ rating: null, publication: null, asker: '居民' })
    expect(await thread(resident, id)).toMatchObject({ rating: 'poor', publication: { state: 'offered', ...fit } })
  })
})

describe('a text for everybody', () => {
  const decide = (id: string, decision: 'approve' | 'withdraw') =>
    resident.call('decidePublication', { ...tap(id), decision })
  const approved = async () => {
    const id = await answered({ publication: fit }, adviser, { otherSide: '钱多多' })
    world.clock.forward(7)
    await decide(id, 'approve')
    return id
  }

  test('that she has not answered yet is taken back when she is in danger', async () => {
    const id = await answered({ publication: fit })
    await resident.call('callDanger', tap(id))
    expect((await thread(resident, id)).publication?.state).toBe('withdrawn')
    expect(await refusal(decide(id, 'approve'))).toBe('wrong-state')
  })

  test('that is public is not changed by the answer to what she asks on', async () => {
    const id = await approved()
    await justice.call('reviewAnswer', { id, verdict: 'publish' })
    await asksOn(id)
    const other = { question: '借钱的利息怎么算？', answer: '没有写明的，视为没有利息。' }
    const fence = await claims(adviser, id)
    await adviser.call('answerQuestion', { ...tap(id), fence, words: '没有写就没有', publication: other })
    expect((await thread(resident, id)).publication).toEqual({ state: 'public', ...fit })
    await decide(id, 'withdraw')
  })

  test('is looked through once more by who reviews it, for a name that was not known when it was written', async () => {
    const id = await approved()
    const { db } = world.outside
    await db.update(people).set({ name: '起诉' }).where(eq(people.id, resident.id))
    expect(await refusal(justice.call('reviewAnswer', { id, verdict: 'publish' }))).toBe('still-recognisable')
    await justice.call('reviewAnswer', { id, verdict: 'refuse' })
  })

  test('waits for its reviewer since she agreed', async () => {
    const id = await approved()
    const { items } = await justice.call('listAnswerReviews', {})
    expect(items.find(it => it.id === id)?.at).toBe(world.clock.now.toISOString())
  })
})

test('of a lawyer’s answers the first one counts for how long she waited, and ratings once they are a week old', async () => {
  const lawyer = await world.someone(`lawyer-${randomUUID()}`)
  const undo = await alsoAdvises(world.outside.db, lawyer.openid, 't001v1', 'u-firm-2')
  const figures = () => lawyer.call('getFigures', {})
  expect(await figures()).toEqual({ answered: 0, medianMinutes: null, ratings: null })
  const rate = async (rating: 'good' | 'fair' | 'poor') => {
    const she = await world.someone(`she-${randomUUID()}`)
    const id = await asks(she)
    world.clock.forward(30)
    await answers(lawyer, id, await claims(lawyer, id))
    await she.call('rateQuestion', { ...tap(id), rating })
    return { id, she }
  }
  const { id, she } = await rate('poor')
  await she.call('followUp', { ...tap(id), words: '那利息呢' })
  world.clock.forward(60)
  await answers(lawyer, id, await claims(lawyer, id))
  expect(await figures()).toEqual({ answered: 2, medianMinutes: 30, ratings: null })
  for (const rating of ['fair', 'good', 'good', 'good'] as const) await rate(rating)
  const last = world.clock.now.getTime()
  world.clock.now = new Date(last + 7 * day * 60_000)
  expect(await figures()).toEqual({ answered: 6, medianMinutes: 30, ratings: null })
  world.clock.forward(1)
  expect((await figures()).ratings).toEqual({ good: 3, fair: 1, poor: 1 })
  await undo()
})
