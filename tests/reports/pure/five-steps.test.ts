import { stepsOf } from '@huiyin/miniapp/src/reports/five-steps.ts'
import { expect, test } from 'vitest'

test('what was taken back says so once, and nothing of it was done', () => {
  const filed = { seq: 0, event: 'file', state: 'filed', level: 'grid' }
  const back = { seq: 1, event: 'withdraw', state: 'withdrawn', level: 'grid' }
  const steps = stepsOf({ state: 'withdrawn', history: [filed, back] as never })
  expect(steps.map(it => it.stateWords)).toEqual(['已撤回', '不再办理', '不再办理', '不再办理', '不再办理'])
  expect(steps.map(it => it.state)).toEqual(['done', 'next', 'next', 'next', 'next'])
})
