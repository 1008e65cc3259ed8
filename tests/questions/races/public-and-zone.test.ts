import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { movePublication, reviewPublication } from '@huiyin/db/questions/answer-queries.ts'
import { somebodyWaits } from '@huiyin/tests/support/waiting.ts'
import { openWorld, type Someone, tap, tuesdayMorning, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { alone } from '../alone.ts'
import { asks, claims, fit } from '../asking.ts'

/** What only a real PostgreSQL shows: a withdrawal that meets the review, and a server that lives in another zone. */
let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeAll(async () => {
  world = await openWorld()
  adviser = await world.someone('adviser')
  justice = await world.someone('justice')
})
beforeEach(async () => {
  world.clock.now = tuesdayMorning
  resident = await world.someone(`resident-${randomUUID()}`)
})
afterAll(() => world.close())

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
    let over = false
    takenBack = movePublication(db, id, ['approved', 'public'], 'withdrawn', now).finally(() => {
      over = true
    })
    while (!over && !(await somebodyWaits(db))) await new Promise(done => setTimeout(done, 20))
  })
  expect(await takenBack).toBe(true)
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
