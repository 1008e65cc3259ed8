import { commonTerms } from '@huiyin/shared/consultations/booking-limits.ts'
import { expect, test } from 'vitest'
import { commonTermsBeside } from '../support/common-terms.ts'

test('a county begins with the terms of a lawyer’s service that the limits name', async () => {
  const { rows, named } = await commonTermsBeside(commonTerms)
  expect(rows).toEqual(named)
})
