import { commonTerms } from '@huiyin/shared/questions/question-limits.ts'
import { expect, test } from 'vitest'
import { commonTermsBeside } from '../support/common-terms.ts'

test('a county begins with the terms of a question that the limits name', async () => {
  const { rows, named } = await commonTermsBeside(commonTerms)
  expect(rows).toEqual(named)
})
