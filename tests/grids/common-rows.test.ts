import { listRungs } from '@huiyin/db/alerts/status-queries.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { listDeadlines } from '@huiyin/db/grids/queries.ts'
import { audiences, commonLadders, ladderOf, urgentOnly } from '@huiyin/shared/alerts/ladder.ts'
import { commonTerms as bookingTerms } from '@huiyin/shared/consultations/booking-limits.ts'
import { commonTerms as questionTerms } from '@huiyin/shared/questions/question-limits.ts'
import { commonVisitShare, commonTerms as reportTerms } from '@huiyin/shared/reports/report-limits.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

let opened: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  opened = await openTestDatabase('empty')
})
afterAll(() => opened.close())

test('a county begins with the terms that the limits name, and with no others', async () => {
  const named = Object.entries({ ...reportTerms, ...questionTerms, ...bookingTerms }).flatMap(([urgency, stages]) =>
    Object.entries(stages).map(([stage, [minutes, clock]]) => ({ scope: '*', urgency, stage, minutes, clock })),
  )
  const rows = await listDeadlines(opened.db)
  expect(rows).toHaveLength(named.length)
  expect(rows).toEqual(expect.arrayContaining(named))
})

test('a county visits the share of closings that the limits name', async () => {
  expect(await rowsOf(opened.db, sql`select scope, percent from visit_shares`)).toEqual([
    { scope: '*', percent: commonVisitShare },
  ])
})

test('a county rings by the ladders that are named, rung by rung', async () => {
  const named = audiences.flatMap(audience =>
    (['urgent', 'calm'] as const).flatMap(urgency =>
      commonLadders[ladderOf(audience)].flatMap(([via, urgent, calm], at) =>
        urgency === 'calm' && urgentOnly.includes(via)
          ? []
          : [{ scope: '*', audience, urgency, rung: at + 1, via, waitMinutes: urgency === 'urgent' ? urgent : calm }],
      ),
    ),
  )
  const rows = await listRungs(opened.db)
  expect(rows).toHaveLength(named.length)
  expect(rows).toEqual(expect.arrayContaining(named))
})
