import { dangerIn } from '@huiyin/shared/core/danger.ts'
import { expect, test } from 'vitest'

test.each([
  ['他昨天又打我了，还不让我出门', 'violence'],
  ['孩子在学校被打', 'minor'],
  ['我不想活了', 'selfHarm'],
] as const)('「%s」 is a sign of danger', (words, sign) => {
  expect(dangerIn(words)).toContain(sign)
})

test.each(['打官司要多少钱', '他打电话骂我', '房租怎么算', '打工受伤了怎么赔'])('「%s」 is none', words => {
  expect(dangerIn(words)).toEqual([])
})
