import { expect, test } from 'vitest'
import { alsoAdvises } from '../support/duties.ts'
import { refusal, type Someone, tap } from '../support/world.ts'
import { answers, asks, claims, thread } from './asking.ts'
import { adviser, neutral, openCounsel, resident, world } from './counsel.ts'

/** A page that is open while time runs out: what it offers and what is then heard go by the same moment. */
openCounsel()

const to = (at: string | null, ms = 0) => {
  world.clock.now = new Date(Date.parse(at ?? '') + ms)
}
const leaseOf = async (who: Someone, id: string) => (await thread(who, id)).lease?.until ?? null

/** Held by him, with a moment before or after the end of his lease. */
const held = async (ms: number) => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  to(await leaseOf(adviser, id), ms)
  return { id, fence }
}

test('an answer that comes in the last moment of his lease goes to her', async () => {
  const { id, fence } = await held(-1)
  expect((await thread(adviser, id)).can).toContain('answer')
  await answers(adviser, id, fence)
  expect((await thread(resident, id)).state).toBe('answered')
})

test('an answer that comes one moment later is kept for him, and he finds it when he takes the question again', async () => {
  const { id, fence } = await held(0)
  expect(await refusal(thread(adviser, id))).toBe('not-found')
  expect(await refusal(answers(adviser, id, fence, '写了一半'))).toBe('lease-over')
  await claims(adviser, id)
  expect((await thread(adviser, id)).draft).toBe('写了一半')
})

test('who types in the last moment of his lease holds it on; one moment later he is told that it is over', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  const first = await leaseOf(adviser, id)
  to(first, -1)
  const { leaseUntil } = await adviser.call('saveDraft', { id, fence, words: '一' })
  expect(Date.parse(leaseUntil)).toBeGreaterThan(Date.parse(first ?? ''))
  to(leaseUntil)
  expect(await refusal(adviser.call('saveDraft', { id, fence, words: '二' }))).toBe('lease-over')
  expect((await adviser.call('listHeld', {})).items.map(it => it.id)).not.toContain(id)
})

test('the moment his lease ends a colleague may take it, though no clock has come by; not a moment sooner', async () => {
  const undo = await alsoAdvises(world.outside.db, 'adviser-neutral', 't001v1', 'u-firm-2')
  const { id, fence } = await held(-1)
  const take = () => neutral.call('claimQuestion', { ...tap(id), noConflict: true })
  expect(await refusal(take())).toBe('already-claimed')
  world.clock.now = new Date(world.clock.now.getTime() + 1)
  expect((await take()).fence).toBe(fence + 1)
  expect(await refusal(answers(adviser, id, fence))).toBe('lease-over')
  await undo()
})

test('what 给我下一个 keeps for one is kept from others until its last moment', async () => {
  const id = await asks(resident)
  const { card } = await adviser.call('nextQuestion', {})
  expect(card?.id).toBe(id)
  to(card?.keptUntil ?? null, -1)
  expect(card?.keptUntil).not.toBeNull()
  expect((await adviser.call('getGateCard', { id })).keptUntil).toBe(card?.keptUntil)
  to(card?.keptUntil ?? null)
  expect((await adviser.call('getGateCard', { id })).keptUntil).toBeNull()
})

test('she may ask on in the last moment of the week, and is then told that it is over', async () => {
  const id = await asks(resident)
  await answers(adviser, id, await claims(adviser, id))
  const until = (await thread(resident, id)).replyUntil
  to(until)
  const again = await world.someone(resident.openid)
  expect((await thread(again, id)).can).toContain('follow-up')
  await world.api.chores()
  expect((await thread(again, id)).can).not.toContain('follow-up')
  expect(await refusal(again.call('followUp', { ...tap(id), words: '那利息呢', fileIds: [] }))).toBe('wrong-state')
})
