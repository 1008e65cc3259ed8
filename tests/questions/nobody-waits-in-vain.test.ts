import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { refusal, tap } from '../support/world.ts'
import { answers, asks, claims, inQueue, thread, told } from './asking.ts'
import { adviser, justice, mate, neutral, openCounsel, resident, world } from './counsel.ts'

openCounsel()

test('a conflict counts for the whole firm: it goes to another firm at once', async () => {
  const id = await asks(resident)
  await adviser.call('passQuestion', tap(id))
  expect(await inQueue(adviser, id)).toBe(false)
  expect(await inQueue(mate, id)).toBe(false)
  expect(await refusal(mate.call('getGateCard', { id }))).toBe('not-found')
  expect(await inQueue(neutral, id)).toBe(true)
  expect((await thread(resident, id)).circle).toBe('pool')
  await answers(neutral, id, await claims(neutral, id))
})

test('a matter against the committee goes to advisers whom it does not pay', async () => {
  const id = await asks(resident, { againstCommittee: true })
  for (const who of [adviser, mate]) {
    expect(await inQueue(who, id)).toBe(false)
    expect(await refusal(who.call('claimQuestion', { ...tap(id), noConflict: true }))).toBe('not-found')
  }
  expect(await neutral.call('getGateCard', { id })).toMatchObject({ againstCommittee: true })
})

test('nobody takes it: the neighbours at half of the term, the township at four fifths, then she hears of 12348 and we stay in debt', async () => {
  const id = await asks(resident)
  expect(await inQueue(neutral, id)).toBe(false)
  world.clock.forward(241)
  await world.api.chores()
  expect(await inQueue(neutral, id)).toBe(true)
  expect(await told(neutral)).toContain('task-question-pool')
  world.clock.forward(144)
  await world.api.chores()
  expect((await thread(resident, id)).circle).toBe('township')
  expect(await told(justice)).toContain('task-question-late')
  world.clock.forward(96)
  await world.api.chores()
  expect(await told(resident)).toContain('question-hotline')
  expect(await thread(resident, id)).toMatchObject({ late: true, state: 'waiting' })
  const reminders = async () => (await told(justice)).filter(it => it === 'task-question-late').length
  const before = await reminders()
  world.clock.forward(24 * 60)
  await world.api.chores()
  expect(await reminders()).toBeGreaterThan(before)
  await answers(justice, id, await claims(justice, id))
  expect((await thread(resident, id)).state).toBe('answered')
})

test('a lease that runs out goes back to the queue, and what he wrote comes back to him alone', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  await adviser.call('saveDraft', { id, fence, words: '草稿：先催告' })
  world.clock.forward(61)
  await world.api.chores()
  expect(await refusal(answers(adviser, id, fence, '草稿：先催告，再起诉'))).toBe('lease-over')
  expect(await thread(resident, id)).toMatchObject({ state: 'waiting' })
  expect(await adviser.call('getGateCard', { id })).toMatchObject({ hasDraft: true })
  const next = await claims(adviser, id)
  expect(next).toBeGreaterThan(fence)
  expect((await thread(adviser, id)).draft).toBe('草稿：先催告，再起诉')
  expect(JSON.stringify(await thread(resident, id))).not.toContain('草稿')
})

test('who types holds it: each draft lengthens the lease', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  for (let n = 0; n < 3; n++) {
    world.clock.forward(50)
    await adviser.call('saveDraft', { id, fence, words: `第 ${n} 稿` })
    await world.api.chores()
  }
  await answers(adviser, id, fence)
  expect((await thread(resident, id)).state).toBe('answered')
})

test('the township gives a late one to somebody else: the old number answers no more, the new one passes the gate first', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  const { items } = await justice.call('listAdvisers', { township: 't001' })
  const chosen = items.find(it => it.name === '沈岚')
  await justice.call('assignQuestion', { ...tap(id), adviserId: chosen?.id ?? '' })
  expect(await refusal(answers(adviser, id, fence))).toBe('lease-over')
  expect(await inQueue(adviser, id)).toBe(false)
  expect(await refusal(thread(neutral, id))).toBe('not-found')
  await answers(neutral, id, await claims(neutral, id))
})

test('danger leaves the queue: the duty person alone is told, at once, and her own alerts name nothing', async () => {
  const id = await asks(resident, { words: '他喝了酒就打我，我不敢回家' })
  for (const who of [adviser, mate, neutral]) expect(await inQueue(who, id)).toBe(false)
  expect(await told(justice)).toContain('task-question-danger')
  expect(await told(resident)).toEqual(['question-quiet'])
  const [alert] = (await resident.call('listAlerts', {})).items
  expect(`${alert?.title}${alert?.text}`).not.toMatch(/法律|咨询|律师|F26/)
  expect((await resident.call('listMyQuestions', {})).items[0]).toMatchObject({ danger: true, topic: null })
  await answers(justice, id, await claims(justice, id))
  expect((await thread(resident, id)).state).toBe('answered')
})

test('one in the queue whose asker is not safe any more is taken out of it', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  await resident.call('callDanger', tap(id))
  expect(await refusal(answers(adviser, id, fence))).toBe('lease-over')
  expect(await inQueue(justice, id)).toBe(true)
})

test('under fourteen a guardian agrees first, but never where there is danger', async () => {
  const ask = (more: object) =>
    resident.call('askQuestion', {
      id: randomUUID(),
      communityId: 't001v1',
      words: '同学借我的钱不还',
      ageBand: 'under14',
      ...more,
    })
  expect(await refusal(ask({}))).toBe('guardian-needed')
  await ask({ guardianAgrees: true })
  await ask({ words: '爸爸打我' })
})
