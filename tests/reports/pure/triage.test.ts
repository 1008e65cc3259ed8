import { triage, withoutWords } from '@huiyin/shared/reports/triage.ts'
import { expect, test } from 'vitest'

test.each([
  ['楼上水管漏水，滴到我家床上', 'water'],
  ['井盖不见了', 'safety'],
  ['消防通道被电动车堵住', 'parking'],
  ['楼道堆放垃圾', 'rubbish'],
  ['路灯不亮', 'road'],
  ['广场舞太吵', 'noise'],
  ['你好', 'other'],
  ['', 'other'],
] as const)('「%s」 is about %s', (words, kind) => {
  expect(triage(words).kind).toBe(kind)
})

test('what she calls dangerous is urgent, then what sounds so, unless she says that it is not', () => {
  expect(triage('路灯', { danger: true })).toMatchObject({ urgency: 'urgent', rule: '居民标明有危险' })
  const { urgency, rule } = triage('屋里有煤气味')
  expect([urgency, rule]).toEqual(['urgent', expect.stringMatching(/^写了「.*煤气.*」，按紧急处理$/)])
  expect(triage('屋里有煤气味', { calm: true })).toMatchObject({ urgency: 'normal', rule: '居民说不急' })
  expect(triage('屋里有煤气味', { calm: true, danger: true }).urgency).toBe('urgent')
})

test('what only is not nice may wait; the rest is usual; the kind that she chose stands', () => {
  expect(triage('路灯不亮')).toEqual({ kind: 'road', urgency: 'slow', rule: '道路路灯，可以慢慢办' })
  expect(triage('楼道堆放垃圾')).toEqual({ kind: 'rubbish', urgency: 'normal', rule: '一般事项' })
  expect(triage('路灯不亮', { kind: 'other' }).kind).toBe('other')
})

test('who may not read her words does not read them in the reason either', () => {
  expect(withoutWords(triage('屋里有煤气味').rule)).not.toContain('煤气')
  expect(withoutWords('文字里有「漏水」')).not.toContain('漏水')
  expect(withoutWords('居民标明有危险')).toBe('居民标明有危险')
})
