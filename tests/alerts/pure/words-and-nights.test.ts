import { channels } from '@huiyin/shared/alerts/alert.ts'
import { alertPage, callingKinds, due, type Kind, kindOf, knowKinds } from '@huiyin/shared/alerts/alert-kind.ts'
import { inboxMinutes } from '@huiyin/shared/alerts/alert-limits.ts'
import { alertPolicy } from '@huiyin/shared/alerts/alert-policy.ts'
import { whenToRing } from '@huiyin/shared/alerts/ladder.ts'
import { fullDay, fullTime, plainTime, shortTime } from '@huiyin/shared/alerts/shanghai-time.ts'
import { toField } from '@huiyin/shared/alerts/template-fields.ts'
import { channelNames, reasonOf } from '@huiyin/shared/alerts/told.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { somebody } from '@huiyin/tests/support/life-law.ts'
import { expect, test } from 'vitest'

const shanghai = (text: string) => new Date(`${text}+08:00`)

test('nobody is rung between ten and seven for what can wait; what is urgent rings at once', () => {
  const ring = (text: string) => whenToRing(shanghai(text), false)
  const morning = shanghai('2026-11-25T07:00:00')
  expect(ring('2026-11-24T21:59:59.999')).toEqual(shanghai('2026-11-24T21:59:59.999'))
  expect(ring('2026-11-24T22:00:00')).toEqual(morning)
  expect(ring('2026-11-24T23:59:59')).toEqual(morning)
  expect(ring('2026-11-25T00:00:00')).toEqual(morning)
  expect(ring('2026-11-25T06:59:59')).toEqual(morning)
  expect(ring('2026-11-25T07:00:00')).toEqual(morning)
  expect(ring('2026-11-25T12:00:00')).toEqual(shanghai('2026-11-25T12:00:00'))
  expect(whenToRing(shanghai('2026-11-24T23:00:00'), true)).toEqual(shanghai('2026-11-24T23:00:00'))
  expect(inboxMinutes).toEqual({ urgent: 3, calm: 10 })
})

test('times are read off a clock in Shanghai', () => {
  const at = new Date('2026-06-30T16:05:00.000Z')
  const blank = { number: '', kind: '', place: '', now: at }
  expect(fullDay(at)).toBe('2026年7月1日')
  expect(fullTime(at)).toBe('2026年7月1日 00:05')
  expect(shortTime(at, at)).toBe('7月1日 00:05')
  expect(plainTime(at)).toBe('2026-07-01 00:05')
  expect(due({ ...blank, dueAt: at.toISOString() })).toBe('7月1日 00:05')
  expect(due(blank)).toBe('时限')
})

test('a date of another year carries it, as the year turns in Shanghai', () => {
  const [eve, newYear] = [shanghai('2026-12-31T23:59:59'), shanghai('2027-01-01T00:00:00')]
  expect([shortTime(newYear, newYear), shortTime(eve, eve)]).toEqual(['1月1日 00:00', '12月31日 23:59'])
  expect([shortTime(newYear, eve), shortTime(eve, newYear)]).toEqual(['2027年1月1日 00:00', '2026年12月31日 23:59'])
})

test('a kind is known once its room has brought it; those that call are rung until somebody answers', () => {
  const kind: Kind = { title: '', text: () => '', phrase: '', page: { path: 'x/pages/show/index' }, template: null }
  expect(() => kindOf('knock')).toThrow('no room has brought the alert knock')
  knowKinds({ knock: kind, ring: { ...kind, calls: true } })
  expect(kindOf('knock')).toBe(kind)
  expect(callingKinds()).toEqual(['ring'])
  expect(alertPage('knock', '7')).toBe('x/pages/show/index?id=7')
})

test('how alerts arrive is seen by the township’s officers and administrators; calls are the officers’', () => {
  const there = { townshipId: 't' }
  const may = (who: ReturnType<typeof somebody>) =>
    (['seeHealth', 'seeCalls', 'call'] as const).filter(action => can(alertPolicy, who, action, there))
  expect(may(somebody('o', ['officer', '/d/t/']))).toEqual(['seeHealth', 'seeCalls', 'call'])
  expect(may(somebody('a', ['admin', '/d/t/']))).toEqual(['seeHealth'])
  for (const other of [
    somebody('w', ['worker', '/d/t/'], ['supervisor', '/d/t/']),
    somebody('n', ['officer', '/d/t2/'], ['admin', '/d/t2/']),
    somebody('r'),
  ])
    expect(may(other)).toEqual([])
})

test('why a channel did not reach somebody is said in words, and what nobody knows is said too', () => {
  expect(reasonOf(null)).toBeNull()
  expect(reasonOf('43101')).toBe('提醒次数用完了')
  expect(reasonOf('strange')).toBe('没有送到')
  expect(new Set(channels.map(it => channelNames[it])).size).toBe(channels.length)
})

const long = (sign: string, count: number) => sign.repeat(count)

test.each([
  ['thing1', long('字', 20), long('字', 20)],
  ['thing1', long('字', 21), `${long('字', 19)}…`],
  ['thing1', ' 一\u200b二\n三 ', '一 二 三'],
  ['thing1', '一 \n\u200b 二', '一 二'],
  ['thing1', '……', '无'],
  ['car_number1', '冀A12345X9', '冀A12345X9'.slice(0, 7).concat('…')],
  ['name1', '张*三 Li!', '张*三Li'],
  ['name1', long('张', 12), long('张', 10)],
  ['name1', long('a', 22), long('a', 20)],
  ['name1', '123', '无'],
  ['amount1', '共¥12.50元整', '¥12.50元'],
  ['amount1', '3 元', '3元'],
  ['amount1', '12.34567', '0'],
  ['amount1', '没有', '0'],
  ['phrase1', '已受理！好的呀多', '已受理好的'],
  ['phrase1', 'abc', '无'],
  ['phrase12', '已受理！', '已受理'],
  ['character_string1', `编号A-1${long('x', 40)}`, `A-1${long('x', 29)}`],
  ['character_string1', '编号', '0'],
  ['number1', '12.5', '12.5'],
  ['number1', '12.55', '12.55'],
  ['number1', long('1', 40), long('1', 32)],
  ['number1', '12件', '0'],
  ['letter1', 'a1b2', 'ab'],
  ['letter1', '1', 'X'],
  ['symbol1', '!😀?文', '!?'],
  ['symbol1', '文', '-'],
  ['phone_number1', '电话+86 (139)1', '+86(139)1'],
  ['phone_number1', '没有', '-'],
  ['time1', '随便', '0:00'],
  ['date2', '随便', '2000年1月1日'],
  ['unheard12', long('字', 21), `${long('字', 19)}…`],
] as const)('the field %s of 「%s」 is 「%s」', (key, text, field) => {
  expect(toField(key, text)).toBe(field)
})

test('a moment is written as the field wants it, and one that is none as nothing', () => {
  const at = new Date('2026-06-30T16:05:00.000Z')
  expect(toField('date1', at)).toBe('2026年7月1日')
  expect(toField('time1', at)).toBe('2026年7月1日 00:05')
  expect(toField('character_string1', at)).toBe('2026-07-01 00:05')
  expect(toField('thing1', at)).toBe('2026年7月1日 00:05')
  expect(toField('odd1', at)).toBe('2026年7月1日 00:05')
  expect(toField('number1', at)).toBe('0')
  for (const no of [
    new Date(Number.NaN),
    new Date(-62e12),
    new Date(Date.UTC(9999, 5, 1)),
    new Date(Date.UTC(1000, 5, 1)),
  ])
    expect([toField('time1', no), toField('thing1', no)]).toEqual(['0:00', '无'])
  expect(toField('time1', new Date(Date.UTC(1001, 5, 1)))).toBe('1001年6月1日 08:00')
})
