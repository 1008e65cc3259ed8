import {
  blankForm,
  isBlank,
  isSecret,
  lacking,
  saidIn,
} from '@huiyin/miniapp/src/consultations/booking/booking-form.ts'
import { stepsOf } from '@huiyin/miniapp/src/consultations/booking/booking-steps.ts'
import { placeCode } from '@huiyin/miniapp/src/consultations/booking/place-code.ts'
import {
  extraOf,
  hoursOf,
  newRule,
  options,
  single,
  weekly,
  withOwn,
} from '@huiyin/miniapp/src/consultations/offering/rule-form.ts'
import { expect, test } from 'vitest'

/** What the phone keeps, asks for and sends about a booking. */
const talk = { capacity: 1 }
const lecture = { capacity: 30 }
const form = (part: Partial<typeof blankForm> = {}) => ({ ...blankForm, reason: '借钱不还', ...part })

test('a talk needs a reason, a lecture none; for somebody else a name and that he was asked', () => {
  expect(lacking(form(), talk)).toBeUndefined()
  expect(lacking(form({ reason: ' ' }), talk)?.field).toBe('reason')
  expect(lacking(form({ reason: '' }), lecture)).toBeUndefined()
  const lacks = (part: object) => lacking(form({ forOther: true, ...part }), talk)?.said
  expect(lacks({ name: ' ', mandate: true })).toBe('请写老人的名字')
  expect(lacks({ name: '王桂兰' })).toMatch(/^请先问过老人/)
  expect(lacks({ name: '王桂兰', mandate: true })).toBeUndefined()
})

test('only what was said is sent, without what stands around it', () => {
  expect(saidIn(form({ reason: ' 借钱不还 ' }))).toEqual({ againstCommittee: false, reason: '借钱不还' })
  expect(saidIn(form({ reason: ' ', otherSide: ' 王老板 ', againstCommittee: true }))).toEqual({
    againstCommittee: true,
    otherSide: '王老板',
  })
  expect(saidIn(form({ forOther: true, name: ' 王桂兰 ', mandate: true }))).toMatchObject({
    forOther: '王桂兰',
    mandate: true,
  })
  expect(saidIn(form({ name: '王桂兰', mandate: true }))).toEqual({ againstCommittee: false, reason: '借钱不还' })
})

test('a draft with a reason, the other side or a name is kept; words of danger never are', () => {
  expect(isBlank(blankForm)).toBe(true)
  for (const part of [{ reason: '一' }, { otherSide: '王老板' }, { name: '王桂兰' }])
    expect(isBlank({ ...blankForm, ...part }), JSON.stringify(part)).toBe(false)
  expect(isBlank({ ...blankForm, reason: ' ', otherSide: ' ', name: ' ' })).toBe(true)
  expect([isSecret(form()), isSecret(form({ reason: '他打我，还说要杀了我' }))]).toEqual([false, true])
})

test('the poster’s code, bare or in an address; anything else is none', () => {
  for (const said of [
    'AB12cd',
    'scene=AB12cd',
    'scene%3DAB12cd',
    'https://town.example/?place=AB12cd',
    '/p?scene=AB12cd&from=1',
  ])
    expect(placeCode(said), said).toBe('AB12cd')
  for (const said of [undefined, '', 'AB1', 'A'.repeat(17), '%E0%A4%A', '你好', 'place=AB-12'])
    expect(placeCode(said), String(said)).toBeUndefined()
})

test('what has happened and what is to come: signing in only where one goes, nothing to meet at a lecture', () => {
  const steps = [
    { event: 'hold' },
    { event: 'book', at: 'x' },
    { event: 'remind' },
    { event: 'declare' },
    { event: 'extend' },
  ]
  const told = (part: object) =>
    stepsOf({ state: 'booked', steps: steps as never, mode: 'onsite', capacity: 1, ...part } as never).map(
      it => it.state,
    )
  expect(told({})).toEqual(['done', 'next', 'next', 'next'])
  expect(told({ mode: 'phone' })).toEqual(['done', 'next', 'next'])
  expect(told({ state: 'here' })).toEqual(['done', 'next', 'next'])
  expect(told({ state: 'met' })).toEqual(['done', 'now'])
  expect(told({ state: 'cancelled' })).toEqual(['done'])
  expect(told({ capacity: 30 })).toEqual(['done', 'next'])
})

test('hours are sent without what the phone only shows; a single day has its own weekday', () => {
  const place = { id: 'p', communityId: 'c', village: '柳塘村', name: '法律服务室', code: 'AB12' } as Parameters<
    typeof newRule
  >[1]
  const rule = newRule('r', place, null)
  expect(rule).toMatchObject({ day: null, placeId: 'p', place: '法律服务室', from: 1140, to: 1260, slotMinutes: 30 })
  expect(hoursOf(rule)).not.toHaveProperty('village')
  expect(Object.keys(hoursOf(rule))).not.toContain('day')
  expect(hoursOf(rule)).toMatchObject({ weekday: 3, onDaysOff: false, capacity: 1 })
  const extra = extraOf(rule, '2026-11-28')
  expect(extra).toMatchObject({ day: '2026-11-28', mode: 'onsite' })
  for (const name of ['weekday', 'onDaysOff', 'village', 'place']) expect(extra).not.toHaveProperty(name)
  expect(single({ ...rule, day: '2026-11-28' } as never)).toMatchObject({ weekday: 6, onDaysOff: true })
  expect(weekly({ ...rule } as never).day).toBeNull()
})

test('the choices reach from seven to ten; what is set already stands among them, in order', () => {
  expect([options.time[0], options.time.at(-1), options.time.length]).toEqual([420, 1320, 31])
  expect(withOwn([15, 30, 60], 45)).toEqual([15, 30, 45, 60])
  expect(withOwn([15, 30], 30)).toEqual([15, 30])
})
