import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openWorld, refusal, tap } from '../support/world.ts'
import { answers, asks, claims, inQueue, story, thread, told } from './asking.ts'
import { adviser, justice, neutral, openCounsel, resident, world } from './counsel.ts'

/** On both databases: the main path of its room. */

openCounsel()

test('whoever asks knows at once who reads it, how many are ahead and by when it is answered', async () => {
  const readers = await resident.call('getReaders', { communityId: 't001v1' })
  expect(readers).toMatchObject({ village: '柳塘村', adviser: { name: '周文', firm: '明理律师事务所' }, speech: false })
  const id = randomUUID()
  const receipt = await resident.call('askQuestion', { id, communityId: 't001v1', words: story, ageBand: 'adult' })
  expect(receipt).toMatchObject({ id, village: '柳塘村', danger: false, adviser: { name: '周文' } })
  expect(receipt.number).toMatch(/^F261124\d{5}$/)
  // Eight working hours from ten in the morning.
  expect(receipt.answerBy).toBe('2026-11-24T10:00:00.000Z')
  expect(await resident.call('askQuestion', { id, communityId: 't001v1', words: story, ageBand: 'adult' })).toEqual(
    receipt,
  )
  const other = resident.call('askQuestion', { id, communityId: 't001v1', words: '另一个问题', ageBand: 'adult' })
  expect(await refusal(other)).toBe('id-reused')
})

test('the adviser sees no word of it before he has declared that there is no conflict', async () => {
  const id = await asks(resident, { otherSide: '钱多多', topic: 'loan' })
  const card = await adviser.call('getGateCard', { id })
  expect(card).toMatchObject({ topic: 'loan', village: '柳塘村', ageBand: 'adult', otherSide: '钱多多' })
  expect(JSON.stringify(card)).not.toContain('借条')
  expect(JSON.stringify(await adviser.call('listQueue', {}))).not.toContain('钱多多')
  expect(await refusal(thread(adviser, id))).toBe('not-found')
  await claims(adviser, id)
  expect((await thread(adviser, id)).texts).toMatchObject([{ kind: 'story', words: story, by: '居民' }])
})

test('an answer reaches her with the reminder of legal aid; afterwards he reads it no more', async () => {
  const id = await asks(resident, { topic: 'labour' })
  const fence = await claims(adviser, id)
  await answers(adviser, id, fence, '可以申请劳动仲裁')
  const seen = await thread(resident, id)
  expect(seen).toMatchObject({ state: 'answered', adviser: { name: '周文' }, followUpsLeft: 3 })
  expect(seen.texts.at(-1)).toMatchObject({ kind: 'answer', words: '可以申请劳动仲裁', by: '法律顾问 周文' })
  expect(seen.texts.at(-1)?.aid).toContain('法律援助')
  expect((await told(resident)).sort()).toEqual(['question-answered', 'question-claimed', 'question-received'])
  expect(await refusal(thread(adviser, id))).toBe('not-found')
})

test('a private note never reaches her, whoever asks for the thread', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  await adviser.call('noteQuestion', { ...tap(id), fence, words: '感觉她没说实话' })
  expect((await thread(adviser, id)).texts.map(it => it.kind)).toEqual(['story', 'note'])
  await answers(adviser, id, fence)
  expect(JSON.stringify(await thread(resident, id))).not.toContain('没说实话')
  const look = await justice.call('readQuestion', { ...tap(id), reason: '抽查答复质量' })
  expect(JSON.stringify(look)).not.toContain('没说实话')
})

test('asked back, she answers, and it goes to him first', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  await adviser.call('askBack', { ...tap(id), fence, words: '借条上有没有写还款日期？' })
  expect(await thread(resident, id)).toMatchObject({ state: 'asked', can: expect.arrayContaining(['reply']) })
  await resident.call('replyQuestion', { ...tap(id), words: '写了，去年年底' })
  expect(await inQueue(adviser, id)).toBe(true)
  expect(await inQueue(neutral, id)).toBe(false)
  await answers(adviser, id, await claims(adviser, id))
  expect((await thread(resident, id)).texts.map(it => it.kind)).toEqual(['story', 'ask-back', 'reply', 'answer'])
})

test('she may ask on three times within a week, and then it is over', async () => {
  const id = await asks(resident)
  await answers(adviser, id, await claims(adviser, id))
  for (const left of [2, 1, 0]) {
    await resident.call('followUp', { ...tap(id), words: '那利息怎么算' })
    await answers(adviser, id, await claims(adviser, id))
    expect((await thread(resident, id)).followUpsLeft).toBe(left)
  }
  expect(await refusal(resident.call('followUp', { ...tap(id), words: '还有一个' }))).toBe('follow-ups-used')
  world.clock.forward(8 * 24 * 60)
  await world.api.chores()
  expect((await thread(resident, id)).state).toBe('closed')
  expect(await refusal(resident.call('followUp', { ...tap(id), words: '还有一个' }))).toBe('wrong-state')
})

test('she takes it back before it is answered, and nobody finds it any more', async () => {
  const id = await asks(resident)
  await resident.call('withdrawQuestion', tap(id))
  expect(await inQueue(adviser, id)).toBe(false)
  expect(await refusal(adviser.call('claimQuestion', { ...tap(id), noConflict: true }))).toBe('not-found')
})

test('the township reads with a reason only, and she sees who looked and why', async () => {
  const id = await asks(resident, { anonymous: true })
  expect(await refusal(thread(justice, id))).toBe('not-found')
  const seen = await justice.call('readQuestion', { ...tap(id), reason: '投诉答复太慢，核实' })
  expect(seen).toMatchObject({ reader: 'township', asker: '匿名居民', texts: [{ words: story }] })
  expect((await thread(resident, id)).looks).toMatchObject([{ by: '司法所 方正', reason: '投诉答复太慢，核实' }])
  expect((await resident.call('listLooks', {})).items).toMatchObject([{ what: 'question', matterId: id }])
  expect(await told(resident)).toContain('question-read')
})

test('her consent alone carries a suggestion on', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  await adviser.call('answerQuestion', { ...tap(id), fence, words: '建议面谈', suggestion: 'consultation' })
  expect(await thread(resident, id)).toMatchObject({ suggestion: 'consultation', agreed: false })
  await resident.call('agreeSuggestion', tap(id))
  expect(await thread(resident, id)).toMatchObject({ agreed: true })
  expect(await told(adviser)).toContain('task-question-agreed')
})

test('a rating reaches the adviser only as a sum of five and a week later', async () => {
  const rated = async () => (await adviser.call('getFigures', {})).ratings
  for (let n = 0; n < 5; n++) {
    const someone = await world.someone(`rater-${n}-${randomUUID()}`)
    const id = await asks(someone)
    await answers(adviser, id, await claims(adviser, id))
    const once = { ...tap(id), rating: 'good' as const }
    await someone.call('rateQuestion', once)
    await someone.call('rateQuestion', once)
    expect(await refusal(someone.call('rateQuestion', { ...tap(id), rating: 'poor' }))).toBe('wrong-state')
    expect(await rated()).toBeNull()
  }
  world.clock.forward(8 * 24 * 60)
  expect(await rated()).toEqual({ good: 5, fair: 0, poor: 0 })
})

test('five questions a day, and in danger as many as it takes', async () => {
  const strict = await openWorld({ env: { QUESTIONS_PER_DAY: '5' } })
  const someone = await strict.someone('asks-much')
  for (let n = 0; n < 5; n++) await asks(someone)
  expect(await refusal(asks(someone))).toBe('too-many')
  await asks(someone, { danger: true })
  await strict.close()
})
