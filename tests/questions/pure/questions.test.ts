import { tracesIn } from '@huiyin/shared/matters/traces.ts'
import { gramsOf, wantedGrams } from '@huiyin/shared/questions/grams.ts'
import { guessTopic } from '@huiyin/shared/questions/guess-topic.ts'
import { aidHint, clocksOf } from '@huiyin/shared/questions/legal-hints.ts'
import { answerBy, owedDue, questionTerms } from '@huiyin/shared/questions/question-clock.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** The last change of the days that these are reckoned with. */
const calendarSeq = 7

test.each([
  ['老板欠我三个月工资', 'labour'],
  ['离婚了孩子的抚养费他不给', 'marriage'],
  ['有借条，到期了不还钱', 'loan'],
  ['承包地被征地，补偿款没给', 'land'],
  ['房东不退押金', 'house'],
  ['网购买到假货不退款', 'consumer'],
  ['隔壁的院墙占了路', 'neighbour'],
  ['你好', undefined],
] as const)('「%s」 is about %s', (words, topic) => {
  expect(guessTopic(words)).toBe(topic)
})

test('an innocent text for everybody leaves no trace, and a telling one does', () => {
  expect(tracesIn('别人借钱到期不还，有借条，可以怎么办？先书面催要，再向法院起诉。')).toEqual([])
  const told = '老王家在3号楼，2023年借了五万三千元，电话 13912345678，车牌冀A12345，今年 67岁，是村会计'
  expect(new Set(tracesIn(told).map(it => it.kind))).toEqual(
    new Set(['person', 'place', 'date', 'money', 'phone', 'plate', 'age', 'rare']),
  )
})

test('what the town knows of itself is a trace wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      (a, b) => {
        expect(tracesIn(`${a}柳塘村${b}`, [{ kind: 'place', words: '柳塘村' }]).map(it => it.words)).toContain('柳塘村')
      },
    ),
  )
})

test('every part of a text finds it', () => {
  const text = '朋友借钱不还，有 iPhone 的聊天记录'
  for (const part of ['借钱不还', '聊天', 'iphone', '朋友借钱'])
    expect(gramsOf(text)).toEqual(expect.arrayContaining(gramsOf(part)))
  expect(wantedGrams('怎么办')).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), any => {
      const grams = gramsOf(any)
      expect(new Set(grams).size).toBe(grams.length)
    }),
  )
})

test('the circle widens at 50 and 80 percent of the term and the promise is its end, nights aside', () => {
  const terms = questionTerms(
    ['answer', 'lease', 'reply'].map(stage => ({
      scope: '*',
      subject: 'question',
      stage,
      minutes: 480,
      clock: 'hours',
    })),
    false,
  )
  // Tuesday, 18:00 in Shanghai: two hours are left of the day.
  const term = { from: new Date('2026-11-24T10:00:00Z'), terms, calendar: { isWorkday: () => true, seq: calendarSeq } }
  expect(owedDue(term, 'own')).toEqual({ dueAt: new Date('2026-11-25T02:00:00Z'), dueFor: 'climb', calendarSeq })
  expect(owedDue(term, 'pool')).toEqual({ dueAt: new Date('2026-11-25T04:24:00Z'), dueFor: 'climb', calendarSeq })
  expect(owedDue(term, 'township')).toEqual({ dueAt: answerBy(term), dueFor: 'hotline', calendarSeq })
  expect(answerBy(term)).toEqual(new Date('2026-11-25T06:00:00Z'))
})

test('the reminder of legal aid names articles that stand in the law, and only where the matter fits', () => {
  expect(aidHint('labour')?.source).toBe('法律援助法第 23、31 条')
  expect(aidHint('neighbour')).toBeNull()
  expect(clocksOf('labour')).toMatchObject([{ period: '1 年', source: null }])
  expect(clocksOf(null)).toMatchObject([{ period: '3 年', source: '民法典第 188 条' }])
})
