import { gramsOf, wantedGrams } from '@huiyin/shared/questions/grams.ts'
import { guessTopic } from '@huiyin/shared/questions/guess-topic.ts'
import { aidHint, clocksOf } from '@huiyin/shared/questions/legal-hints.ts'
import {
  answerBy,
  isQuestionLate,
  lapseDue,
  leaseEnd,
  owedDue,
  questionTerms,
  remindedDue,
} from '@huiyin/shared/questions/question-clock.ts'
import { circleNames, circles, questionStateNames, questionStates } from '@huiyin/shared/questions/question-states.ts'
import { topicNames, topics } from '@huiyin/shared/questions/topics.ts'
import { expect, test } from 'vitest'

/** The last change of the days that these are reckoned with. */
const calendarSeq = 7

const from = new Date('2026-11-24T02:00:00.000Z')
const at = (minutes: number) => new Date(from.getTime() + minutes * 60_000)
const row = (stage: string, minutes: number, more: object = {}) => ({
  ...{ scope: '*', subject: 'question', stage, minutes, clock: 'always', ...more },
})
const rows = [row('answer', 100), row('lease', 10), row('reply', 1000)]
const inDanger = rows.map(it => ({ ...it, subject: 'danger', minutes: it.minutes / 10 }))
const term = { from, terms: questionTerms(rows, false), calendar: { isWorkday: () => true, seq: calendarSeq } }

test('a township’s own terms come before the common ones; danger has terms of its own', () => {
  expect(questionTerms([...rows, ...inDanger], true).answer.minutes).toBe(10)
  expect(questionTerms([...inDanger, ...rows], false).answer.minutes).toBe(100)
  const own = row('lease', 7, { scope: 't001' })
  for (const all of [
    [own, ...rows],
    [...rows, own],
  ])
    expect(questionTerms(all, false)).toMatchObject({ answer: { minutes: 100 }, lease: { minutes: 7 } })
  expect(() => questionTerms(rows, true)).toThrow('no term for answer')
})

test('the circle widens at 50, 80 and 100 percent; then she is told of the hotline, and we are reminded each half term', () => {
  expect(owedDue(term, 'own')).toEqual({ dueAt: at(50), dueFor: 'climb', calendarSeq })
  expect(owedDue(term, 'pool')).toEqual({ dueAt: at(80), dueFor: 'climb', calendarSeq })
  expect(owedDue(term, 'township')).toEqual({ dueAt: at(100), dueFor: 'hotline', calendarSeq })
  expect(owedDue(term, 'duty')).toEqual({ dueAt: at(100), dueFor: 'hotline', calendarSeq })
  expect(remindedDue(term)).toEqual({ dueAt: at(50), dueFor: 'remind', calendarSeq })
  expect(answerBy(term)).toEqual(at(100))
})

test('a lease, and the time for her own word', () => {
  expect(leaseEnd(term)).toEqual(at(10))
  expect(lapseDue(term)).toEqual({ dueAt: at(1000), dueFor: 'lapse', calendarSeq })
})

test('late is only what we owe, and only past its promise', () => {
  expect(questionStates.filter(it => isQuestionLate(it, at(-1), from))).toEqual(['waiting', 'claimed'])
  expect(questionStates.filter(it => isQuestionLate(it, from, from))).toEqual([])
})

test('pairs of neighbouring characters once each, other words whole, small and not endless', () => {
  expect(gramsOf('借钱不还')).toEqual(['借钱', '钱不', '不还'])
  expect(gramsOf('借借借')).toEqual(['借借'])
  expect(gramsOf('iPhone 15，借')).toEqual(['iphone', '15'])
  expect(gramsOf('a'.repeat(40))).toEqual(['a'.repeat(30)])
})

test.each([
  ...[
    '怎么',
    '么办',
    '可以',
    '不可',
    '以吗',
    '应该',
    '如何',
    '什么',
    '能不',
    '不能',
    '是不',
    '不是',
    '请问',
    '我的',
    '问题',
  ],
])('「%s」 finds everything, and so nothing', words => {
  expect(wantedGrams(words)).toEqual([])
})

test('no more than a sentence is looked for', () => {
  const long = Array.from({ length: 40 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('')
  expect(wantedGrams(long)).toHaveLength(30)
})

test('the topic that is hinted at most wins', () => {
  expect(guessTopic('老板不发工资，还有借条')).toBe('labour')
  expect(guessTopic('离婚以后他欠我借款和利息，有借条')).toBe('loan')
})

test('legal aid is named with its articles; without a means test only where there is violence in the family', () => {
  expect(aidHint('marriage')?.source).toBe('法律援助法第 23、31、32 条')
  expect(aidHint('marriage')?.words).toContain(
    '赡养费、抚养费、扶养费，或者遭受家庭暴力，可以向法律援助中心申请免费律师；受家庭暴力的',
  )
  expect(aidHint('labour')?.words).toContain('劳动报酬、工伤赔偿，可以向法律援助中心申请免费律师。')
  expect(aidHint(null)).toBeNull()
})

test('land has a term of its own beside the common one', () => {
  expect(clocksOf('land').map(it => it.period)).toEqual(['2 年', '3 年'])
  expect(clocksOf('house').map(it => it.period)).toEqual(['3 年'])
})

test('a few words may stand between the unit and what it does not do', () => {
  expect(guessTopic('单位一直都不给')).toBe('labour')
})

test('every state, circle and topic has a name of its own', () => {
  for (const [codes, names] of [
    [questionStates, questionStateNames],
    [circles, circleNames],
    [topics, topicNames],
  ] as const)
    expect(new Set(codes.map(it => (names as Record<string, string | undefined>)[it] ?? '')).size).toBe(codes.length)
})
