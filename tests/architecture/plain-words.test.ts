import type { Kinds } from '@huiyin/shared/alerts/alert-kind.ts'
import { bookingAlerts } from '@huiyin/shared/consultations/booking-alerts.ts'
import { questionAlerts } from '@huiyin/shared/questions/question-alerts.ts'
import { reportAlerts } from '@huiyin/shared/reports/report-alerts.ts'
import { stateNames } from '@huiyin/shared/reports/report-states.ts'
import { expect, test } from 'vitest'
import { nodesOf, parsed, saidBy } from './syntax.ts'

/** What offices say, and what a resident reads instead; or the term, with what it means in brackets behind it. */
const plain: Record<string, string> = {
  销号: '结束',
  督办: '催办',
  裁定: '决定',
  退单: '退回',
  联动: '专业单位（物业、水电等）',
  派单: '请人处理',
  办结: '办好',
  挂起: '先放一放',
}
const unexplained = (sentence: string) =>
  Object.keys(plain).filter(term => new RegExp(`${term}(?:单位)?(?!单位)(?!（)`).test(sentence))

/** Words files that residents read; those of the staff keep their terms. */
const residents = [
  ...['reports', 'questions', 'consultations', 'people', 'pages', 'core', 'grids'].map(
    it => `miniapp/src/${it}/words.ts`,
  ),
  ...['reports', 'questions', 'consultations', 'people'].map(it => `miniapp/src/${it}/entry-words.ts`),
]
const fill = { number: '1', kind: '漏水', place: '某村', level: '镇街', dueAt: '2026-11-24T02:00:00.000Z' }

test('a term is known unless it is explained', () => {
  expect(unexplained('自动销号')).toEqual(['销号'])
  expect(unexplained('镇街督办（催着快办），由镇街裁定')).toEqual(['裁定'])
  expect(unexplained('请联动单位（物业、水电等）处理')).toEqual([])
})

test('what residents read has no term of offices without what it means', () => {
  const said = residents.flatMap(file => nodesOf(parsed(file)).map(saidBy)).filter(it => it !== undefined)
  expect(said.length).toBeGreaterThan(400)
  expect([...said, ...Object.values(stateNames)].filter(it => unexplained(it).length > 0)).toEqual([])
})

test('nor what they are told in messages', () => {
  const kinds: Kinds = { ...reportAlerts, ...questionAlerts, ...bookingAlerts }
  const theirs = Object.entries(kinds).filter(([code]) => !/^(?:task|publication)-/.test(code))
  expect(theirs.length).toBeGreaterThan(30)
  const said = theirs.flatMap(([, kind]) => [kind.title, kind.text(fill), kind.phrase])
  expect(said.filter(it => unexplained(it).length > 0)).toEqual([])
})
