import { rowsOf } from '@huiyin/db/core/client.ts'
import { commonTerms, commonVisitShare } from '@huiyin/shared/reports/report-limits.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { commonTermsBeside } from '../support/common-terms.ts'
import { openTestDatabase } from '../support/database.ts'

test('a county begins with the terms of a report that the limits name', async () => {
  const { rows, named } = await commonTermsBeside(commonTerms)
  expect(rows).toEqual(named)
})

test('a county visits the share of closings that the limits name', async () => {
  const { db, close } = await openTestDatabase('empty')
  expect(await rowsOf(db, sql`select scope, percent from visit_shares`)).toEqual([
    { scope: '*', percent: commonVisitShare },
  ])
  await close()
})
