import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type Someone, tap, tuesdayMorning, type World } from '../support/world.ts'
import { answers, asks, claims, fit, outcome, thread } from './asking.ts'

/** Every tap twice has one effect, and one number stands for one thing. */
let world: World
let resident: Someone
let adviser: Someone
let mate: Someone
let justice: Someone
beforeAll(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  mate = await world.someone('adviser-mate')
  justice = await world.someone('justice')
})
beforeEach(async () => {
  world.clock.now = tuesdayMorning
  resident = await world.someone(`resident-${randomUUID()}`)
})
afterAll(() => world.close())

describe('idempotency', () => {
  test('a second answer may offer a text for everybody although the first did', async () => {
    const id = await asks(resident)
    const first = { ...tap(id), fence: await claims(adviser, id), words: '答复一', publication: fit }
    await adviser.call('answerQuestion', first)
    await resident.call('followUp', { ...tap(id), words: '那利息呢' })
    const again = { ...tap(id), fence: await claims(adviser, id), words: '答复二', publication: fit }
    expect(await outcome(adviser.call('answerQuestion', again))).toBe('done')
    expect((await thread(resident, id)).state).toBe('answered')
  })

  test('a note under a number that is taken is not silently lost', async () => {
    const id = await asks(resident)
    const fence = await claims(adviser, id)
    const once = tap(id)
    await adviser.call('noteQuestion', { ...once, fence, words: '第一条' })
    expect(await outcome(adviser.call('noteQuestion', { ...once, fence, words: '改过的' }))).toBe('id-reused')
    const other = await asks(resident)
    const away = { id: other, eventId: once.eventId, fence: await claims(adviser, other), words: '第一条' }
    expect(await outcome(adviser.call('noteQuestion', away))).not.toBe('done')
  })

  test('every tap twice has one effect, and somebody else’s number is nobody’s', async () => {
    const id = await asks(resident)
    const twice = async <T>(work: () => Promise<T>) => expect(await work()).toEqual(await work())
    const claim = { ...tap(id), noConflict: true as const }
    await twice(() => adviser.call('claimQuestion', claim))
    const { fence } = await adviser.call('claimQuestion', claim)
    const back = { ...tap(id), fence: fence ?? 0, words: '有没有借条？' }
    await twice(() => adviser.call('askBack', back))
    const reply = { ...tap(id), words: '有' }
    await twice(() => resident.call('replyQuestion', reply))
    const next = {
      ...tap(id),
      fence: await claims(adviser, id),
      words: '答复',
      suggestion: 'report' as const,
      publication: fit,
    }
    await twice(() => adviser.call('answerQuestion', next))
    for (const [verb, more] of [
      ['agreeSuggestion', {}],
      ['rateQuestion', { rating: 'good' }],
      ['decidePublication', { decision: 'approve' }],
      ['followUp', { words: '还有' }],
      ['callDanger', {}],
      ['withdrawQuestion', {}],
    ] as const) {
      const once = { ...tap(id), ...more }
      await twice(() => resident.call(verb, once as never))
    }
    expect(await outcome(mate.call('claimQuestion', claim))).toBe('not-found')
    expect(await outcome(resident.call('followUp', { ...reply, words: '有' }))).toBe('id-reused')
    const other = await asks(resident)
    expect(await outcome(resident.call('withdrawQuestion', { id: other, eventId: reply.eventId }))).toBe('not-found')
    expect((await thread(resident, id)).texts.map(it => it.kind)).toHaveLength(5)
  })

  test('one stated reason is good for one look', async () => {
    const id = await asks(resident)
    const once = { ...tap(id), reason: '核实投诉' }
    await justice.call('readQuestion', once)
    await answers(adviser, id, await claims(adviser, id))
    await resident.call('followUp', { ...tap(id), words: '后来才说的话' })
    world.clock.forward(3 * 24 * 60)
    const again = await justice.call('readQuestion', once).then(JSON.stringify, () => '')
    const { looks } = await thread(resident, id)
    expect(again.includes('后来才说的话') && looks.length === 1).toBe(false)
  })
})
