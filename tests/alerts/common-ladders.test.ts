import { listRungs } from '@huiyin/db/alerts/status-queries.ts'
import { commonLadders, urgentOnly } from '@huiyin/shared/alerts/alert-limits.ts'
import { audiences, ladderOf } from '@huiyin/shared/alerts/ladder.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'

let opened: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  opened = await openTestDatabase('empty')
})
afterAll(() => opened.close())

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
