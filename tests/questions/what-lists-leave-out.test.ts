import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openWorld, refusal, tap } from '../support/world.ts'
import { alone } from './alone.ts'
import { asks, claims, fit, inQueue, thread, told } from './asking.ts'
import { adviser, justice, mate, openCounsel, resident, world } from './counsel.ts'

/** Who stands on which list, in which order, and for how long. */
openCounsel()

const minutes = { hour: 60, day: 24 * 60 }

describe('whoever asks', () => {
  test('may ask anew a day after the first of five, to the minute', async () => {
    const strict = await openWorld({ env: { QUESTIONS_PER_DAY: '5' } })
    const she = await strict.someone('asks-much')
    for (let n = 0; n < 5; n++) await asks(she)
    strict.clock.forward(minutes.day - 1)
    expect(await refusal(asks(she))).toBe('too-many')
    strict.clock.forward(1)
    await asks(she)
    await strict.close()
  })

  test('is told how many wait before her for the same adviser: not those who wait for others by now', () =>
    alone(async own => {
      const ahead = async () => {
        own.clock.forward(1)
        const id = randomUUID()
        const asked = { id, communityId: 't001v1', words: '他不还钱怎么办', ageBand: 'adult' as const }
        return (await (await own.someone(`she-${id}`)).call('askQuestion', asked)).ahead
      }
      expect([await ahead(), await ahead()]).toEqual([0, 1])
      own.clock.forward(241)
      await own.api.chores()
      expect(await ahead()).toBe(0)
    }))

  test('has her last word about speech, whatever she said before', async () => {
    const speech = async () => (await resident.call('getReaders', { communityId: 't001v1' })).speech
    for (const agreed of [true, false, true]) {
      await resident.call('setSpeechConsent', { agreed })
      expect(await speech()).toBe(agreed)
      world.clock.forward(1)
    }
  })
})

describe('whoever answers', () => {
  test('gets the one in danger next, however late another is', () =>
    alone(async own => {
      const office = await own.someone('justice')
      const she = await own.someone('she')
      const late = await asks(she)
      own.clock.forward(500)
      await own.api.chores()
      await own.api.chores()
      expect(await inQueue(office, late)).toBe(true)
      const danger = await asks(she, { danger: true })
      expect((await office.call('nextQuestion', {})).card?.id).toBe(danger)
    }))

  test('holds nothing any more when his hour is over, also before the clock has looked', async () => {
    const id = await asks(resident)
    await claims(adviser, id)
    const held = async () => (await adviser.call('listHeld', {})).items.map(it => it.id)
    expect(await held()).toContain(id)
    world.clock.forward(61)
    expect(await held()).not.toContain(id)
  })

  test('hears of no new question once his duty has ended, nor is he named to her', () =>
    alone(async own => {
      const lawyer = await own.someone('adviser')
      await rowsOf(
        own.outside.db,
        sql`update postings set until_at = ${own.clock.now.toISOString()}::timestamptz where person_id = ${lawyer.id}::uuid`,
      )
      const she = await own.someone('she')
      expect((await she.call('getReaders', { communityId: 't001v1' })).adviser?.name).not.toBe('周文')
      const id = await asks(she)
      expect(await told(lawyer)).toEqual([])
      expect((await thread(she, id)).adviser?.name).not.toBe('周文')
    }))

  test('is reminded of his own draft, not of another’s', async () => {
    const id = await asks(resident)
    await adviser.call('saveDraft', { id, fence: await claims(adviser, id), words: '写了一半' })
    world.clock.forward(241)
    await world.api.chores()
    await world.api.chores()
    expect((await adviser.call('getGateCard', { id })).hasDraft).toBe(true)
    expect((await mate.call('getGateCard', { id })).hasDraft).toBe(false)
  })

  test('finds his ready-made paragraphs as he put them', async () => {
    const items = ['丙', '甲', '乙'].map(title => ({ id: randomUUID(), title, words: `${title}段` }))
    await adviser.call('setParagraphs', { items })
    expect((await adviser.call('listParagraphs', {})).items).toEqual(items)
    await adviser.call('setParagraphs', { items: items.toReversed() })
    expect((await adviser.call('listParagraphs', {})).items).toEqual(items.toReversed())
  })

  test('reads what waits for a second word in the order in which she agreed', async () => {
    const offered = async () => {
      const id = await asks(resident)
      const fence = await claims(adviser, id)
      await adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: fit })
      return id
    }
    const [one, two, three] = [await offered(), await offered(), await offered()]
    for (const id of [two, three, one]) {
      world.clock.forward(1)
      await resident.call('decidePublication', { ...tap(id), decision: 'approve' })
    }
    const waiting = (await justice.call('listAnswerReviews', {})).items.map(it => it.id)
    expect(waiting.filter(id => [one, two, three].includes(id))).toEqual([two, three, one])
  })
})

test('a draft stays as long as its question is open, and goes a month after it is over', async () => {
  const { db } = world.outside
  const [open, over] = [await asks(resident), await asks(resident)]
  for (const id of [open, over]) {
    const fence = await claims(adviser, id)
    await adviser.call('saveDraft', { id, fence, words: '写了一半' })
  }
  world.clock.forward(61)
  await world.api.chores()
  await resident.call('withdrawQuestion', tap(over))
  const drafts = async () => {
    const ids = sql`${open}::uuid, ${over}::uuid`
    const found = sql`select question_id as id from question_texts where kind = 'draft' and question_id in (${ids})`
    return (await rowsOf<{ id: string }>(db, found)).map(row => row.id)
  }
  const over30 = world.clock.now.getTime() + 30 * 86_400_000
  world.clock.now = new Date(over30)
  await world.api.chores()
  expect((await drafts()).toSorted()).toEqual([open, over].toSorted())
  world.clock.now = new Date(over30 + 1)
  await world.api.chores()
  expect(await drafts()).toEqual([open])
  const stories = sql`select 1 from question_texts where kind = 'story' and question_id = ${over}::uuid`
  expect(await rowsOf(db, stories)).toHaveLength(1)
})
