import { randomUUID } from 'node:crypto'
import type { Db } from '@huiyin/db/core/client.ts'
import { people, postings } from '@huiyin/db/people/tables.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, Refused, type Someone, tuesdayMorning, type World } from '../support/world.ts'
import { answers, asks, claims } from './asking.ts'

/** Every tap twice has one effect, and one number stands for one thing. */
let world: World
let resident: Someone
let adviser: Someone
let mate: Someone
let _neutral: Someone
let justice: Someone
beforeAll(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  mate = await world.someone('adviser-mate')
  _neutral = await world.someone('adviser-neutral')
  justice = await world.someone('justice')
})
beforeEach(async () => {
  world.clock.now = tuesdayMorning
  resident = await world.someone(`resident-${randomUUID()}`)
})
afterAll(() => world.close())

const tap = (id: string) => ({ id, eventId: randomUUID() })
const thread = (who: Someone, id: string) => who.call('getQuestion', { id })
const _inQueue = async (who: Someone, id: string) =>
  (await who.call('listQueue', { limit: 50 })).items.some(it => it.id === id)
const _told = async (who: Someone) => (await who.call('listAlerts', { limit: 50 })).items.map(it => it.kind)
/** The code of a refusal, or `done`. */
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.problem.code : Promise.reject(error)),
  )
const fit = { question: '别人借钱到期不还，有借条，可以怎么办？', answer: '先书面催要；不还的，带上借条到法院起诉。' }

const idOf = async (db: Db, openid: string) =>
  (await db.select({ id: people.id }).from(people).where(eq(people.openid, openid)))[0]?.id ?? ''
const _endPosts = async (db: Db, openid: string, now: Date) => {
  await db
    .update(postings)
    .set({ untilAt: now })
    .where(eq(postings.personId, await idOf(db, openid)))
}
const _alsoAdvises = async (db: Db, openid: string, areaId: string, unitId: string) => {
  const [row] = await db
    .insert(postings)
    .values({
      ...{ personId: await idOf(db, openid), role: 'adviser' as const, title: '法律顾问', areaId, unitId, rank: 9 },
      fromAt: new Date('2020-01-01T00:00:00Z'),
    })
    .returning({ id: postings.id })
  return () => db.delete(postings).where(eq(postings.id, row?.id as never))
}
/** A town of its own, for what would spoil the others. */
const _alone = async (work: (it: World) => Promise<void>) => {
  const own = await openWorld()
  try {
    await work(own)
  } finally {
    await own.close()
  }
}

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
