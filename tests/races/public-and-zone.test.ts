import { randomUUID } from 'node:crypto'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { people, postings } from '@huiyin/db/people/tables.ts'
import { movePublication, reviewPublication } from '@huiyin/db/questions/answer-queries.ts'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asks, claims } from '../questions/asking.ts'
import { openWorld, Refused, type Someone, tuesdayMorning, type World } from '../support/world.ts'

/** What only a real PostgreSQL shows: a withdrawal that meets the review, and a server that lives in another zone. */
let world: World
let resident: Someone
let adviser: Someone
let _mate: Someone
let _neutral: Someone
let justice: Someone
beforeAll(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  _mate = await world.someone('adviser-mate')
  _neutral = await world.someone('adviser-neutral')
  justice = await world.someone('justice')
})
beforeEach(async () => {
  world.clock.now = tuesdayMorning
  resident = await world.someone(`resident-${randomUUID()}`)
})
afterAll(() => world.close())

const tap = (id: string) => ({ id, eventId: randomUUID() })
const _thread = (who: Someone, id: string) => who.call('getQuestion', { id })
const _inQueue = async (who: Someone, id: string) =>
  (await who.call('listQueue', { limit: 50 })).items.some(it => it.id === id)
const _told = async (who: Someone) => (await who.call('listAlerts', { limit: 50 })).items.map(it => it.kind)
/** The code of a refusal, or `done`. */
const _outcome = (call: Promise<unknown>): Promise<string> =>
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

/** A town of its own, for what would spoil the others. */
const alone = async (work: (it: World) => Promise<void>) => {
  const own = await openWorld()
  try {
    await work(own)
  } finally {
    await own.close()
  }
}

test('taken back while the second reviewer lets it out, it is not public', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  await adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: fit })
  await resident.call('decidePublication', { ...tap(id), decision: 'approve' })
  const { db } = world.outside
  const now = world.clock.now
  let takenBack: Promise<boolean> | undefined
  await db.transaction(async tx => {
    const words = { ...fit, grams: ['借条'] }
    await reviewPublication(tx as never, { questionId: id, reviewerId: justice.id, words, now })
    takenBack = movePublication(db, id, ['approved', 'public'], 'withdrawn', now)
    await new Promise(done => setTimeout(done, 300))
  })
  const taken = await takenBack
  const rows = await rowsOf(db, sql`select id from legal_answers where question_id = ${id}::uuid`)
  // Either it is taken back and gone, or she is told that it was not.
  expect([taken, rows.length]).toEqual(taken ? [true, 0] : [false, 1])
  await resident.call('decidePublication', { ...tap(id), decision: 'withdraw' })
  expect(await rowsOf(db, sql`select id from legal_answers where question_id = ${id}::uuid`)).toEqual([])
})

test('a server whose own time zone is Shanghai tells the same moments', () =>
  alone(async own => {
    const name = own.databaseUrl?.split('/').at(-1) ?? ''
    await own.outside.db.execute(sql.raw(`alter database "${name}" set timezone = 'Asia/Shanghai'`))
    const { openPostgres } = await import('@huiyin/db/core/client.ts')
    const id = await asks(await own.someone('she'))
    const fresh = await openPostgres(own.databaseUrl ?? '', { max: 1 })
    const { listOwed } = await import('@huiyin/db/questions/queue-queries.ts')
    const [row] = await listOwed(fresh.db, 't001', 'open', own.clock.now, 5)
    await fresh.close()
    expect([row?.id, row?.answerBy]).toEqual([id, '2026-11-24T10:00:00.000Z'])
  }))
