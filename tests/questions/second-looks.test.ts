import { expect, test } from 'vitest'
import { refusal, tap } from '../support/world.ts'
import { answers, asks, claims, fit, thread, told } from './asking.ts'
import { adviser, justice, mate, openCounsel, resident, world } from './counsel.ts'

/** What is looked at once more: before a text is for everybody, before words are opened again, before somebody is thanked. */
openCounsel()

test('what a child has asked is offered to nobody, though a guardian has agreed to the asking', async () => {
  const id = await asks(resident, { ageBand: 'under14', guardianAgrees: true })
  const fence = await claims(adviser, id)
  const sent = adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: fit })
  expect(await refusal(sent)).toBe('still-recognisable')
  await answers(adviser, id, fence)
  expect((await thread(resident, id)).publication).toBeNull()
})

test('a text that she has agreed to is not changed behind her back by the answer to what she asks on', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  await adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: fit })
  await resident.call('decidePublication', { ...tap(id), decision: 'approve' })
  await resident.call('followUp', { ...tap(id), words: '那利息怎么算' })
  const next = await claims(adviser, id)
  const other = { question: '借钱的利息怎么算？', answer: '没有写明的，视为没有利息。' }
  await adviser.call('answerQuestion', { ...tap(id), fence: next, words: '没有写就没有', publication: other })
  expect((await thread(resident, id)).publication).toEqual({ state: 'approved', ...fit })
})

test('one stated reason opens the words for five minutes, and no other reason in its place', async () => {
  const id = await asks(resident)
  const look = { ...tap(id), reason: '投诉答复太慢，核实' }
  await justice.call('readQuestion', look)
  expect(await refusal(justice.call('readQuestion', { ...look, reason: '随便看看' }))).toBe('id-reused')
  world.clock.forward(4)
  await justice.call('readQuestion', look)
  world.clock.forward(1)
  expect(await refusal(justice.call('readQuestion', look))).toBe('id-reused')
  expect((await thread(resident, id)).looks).toHaveLength(1)
})

test('that she agrees to a suggestion is told to whoever made it, not to the lawyer of her village', async () => {
  const id = await asks(resident)
  world.clock.forward(241)
  await world.api.chores()
  const fence = await claims(mate, id)
  await mate.call('answerQuestion', { ...tap(id), fence, words: '建议面谈', suggestion: 'consultation' })
  const before = (await told(adviser)).filter(it => it === 'task-question-agreed').length
  await resident.call('agreeSuggestion', tap(id))
  expect(await told(mate)).toContain('task-question-agreed')
  expect((await told(adviser)).filter(it => it === 'task-question-agreed')).toHaveLength(before)
})
