import { type BookingAction, type BookingSubject, bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import { type BookingState, bookingStates, isSeated } from '@huiyin/shared/consultations/booking-states.ts'
import { whyNot } from '@huiyin/shared/matters/offered.ts'
import { bySelf, holds, type Law, somebody } from '@huiyin/tests/support/life-law.ts'
import { expect, test } from 'vitest'
import { cast } from './booking-cast.ts'

/** The life of a booking, by hand from what the town was promised. */
type Who = keyof typeof cast

const start = new Date('2026-11-27T06:00:00.000Z')
/** Minutes from the beginning; it ends after thirty. */
const at = (minutes: number, ms = 0) => new Date(start.getTime() + minutes * 60_000 + ms)
const end = 30

const itOf = (state: BookingState, who: string, more: Partial<BookingSubject> = {}): BookingSubject => ({
  ...{ state, personId: 'asker', townshipId: 't', declared: who !== 'adviser', kind: 'meeting', mode: 'onsite' },
  adviserId: ['mate', 'justice', 'officer', 'asker'].includes(who) ? 'counsel' : who,
  ...{ startsAt: start, endsAt: at(end), createdAt: at(-5), holdUntil: at(5), dueAt: at(60), recorded: false, ...more },
})
const to = (state: BookingState, ...states: BookingState[]) => Object.fromEntries(states.map(it => [it, state]))
const stays = (...states: BookingState[]) => Object.fromEntries(states.map(it => [it, it]))

const asker: Who[] = ['asker']
const adviser: Who[] = ['adviser', 'counsel']
const behindTheGate: Who[] = ['counsel']
/** A day before: nobody is there yet. */
const before: Law<BookingAction | 'see', Who, BookingState> = {
  see: { may: [...asker, ...adviser], moves: 'stays' },
  read: { may: ['asker', ...behindTheGate], moves: 'stays' },
  call: { may: [], moves: {} },
  propose: { may: behindTheGate, moves: 'stays' },
  extend: { may: asker, moves: stays('held'), says: { expired: 'slot-taken' } },
  book: { may: asker, moves: to('booked', 'held', 'expired') },
  move: { may: asker, moves: stays('booked') },
  cancel: { may: asker, moves: to('cancelled', 'held', 'booked') },
  arrive: { may: asker, moves: {}, says: { booked: 'too-early' } },
  confirm: { may: asker, moves: { met: 'confirmed' }, says: { booked: 'too-early', here: 'too-early' } },
  deny: { may: asker, moves: { met: 'missed' }, says: { booked: 'too-early', here: 'too-early' } },
  attach: { may: ['asker', ...behindTheGate], moves: stays('booked', 'here', 'met', 'confirmed') },
  declare: { may: adviser, moves: stays('booked', 'here', 'met', 'confirmed') },
  pass: { may: adviser, moves: to('cancelled', 'booked', 'here') },
  miss: { may: adviser, moves: {}, says: { booked: 'too-early', here: 'too-early' } },
  record: {
    may: behindTheGate,
    moves: {},
    says: { booked: 'too-early', here: 'too-early', met: 'too-early', confirmed: 'too-early' },
  },
  'call-off': { may: [], moves: {} },
  expire: { may: [], moves: {} },
  remind: { may: [], moves: {} },
  lapse: { may: [], moves: {} },
}

/** Rows whose guard tells more than a state, said below. */
const toldBelow = ['call', 'propose', 'declare', 'arrive'] as const
const withoutThem = { ...bookingLife, rows: { ...bookingLife.rows } }
for (const name of toldBelow) withoutThem.rows[name] = { who: 'clock' }

test('a day before, everybody may what the town was promised, in every state; nobody else learns that it exists', () => {
  const law = { ...before }
  for (const name of toldBelow) law[name] = { may: [], moves: {} }
  const itIs = (state: BookingState, who: Who) =>
    itOf(state, who, { createdAt: at(-24 * 60), holdUntil: at(-24 * 60 + 10) })
  holds(withoutThem, { law, states: bookingStates, cast, itOf: itIs, now: at(-24 * 60) })
})

test('what the clock does, and what silences a ladder', () => {
  expect(bySelf(bookingLife)).toEqual({
    clock: {
      'call-off': to('cancelled', 'held', 'booked', 'here'),
      expire: { held: 'expired' },
      remind: { booked: 'booked' },
      lapse: { booked: 'missed', here: 'met', met: 'met' },
    },
    answers: ['arrive', 'call-off', 'cancel', 'confirm', 'deny', 'miss', 'move', 'pass', 'record'],
    looks: ['read', 'see'],
    or: {},
  })
})

const why = (who: Who, action: BookingAction, state: BookingState, now: Date, more: Partial<BookingSubject> = {}) =>
  whyNot(bookingLife, cast[who], action, itOf(state, who, more), now)

test('what has begun is kept and booked no more, to the moment', () => {
  const fresh = { createdAt: at(-1), holdUntil: at(5) }
  for (const action of ['book', 'extend'] as const) {
    expect(why('asker', action, 'held', at(0, -1), fresh)).toBeUndefined()
    expect(why('asker', action, 'held', at(0), fresh)).toBe('slot-taken')
  }
  expect(why('asker', 'book', 'expired', at(0))).toBe('slot-taken')
})

test('it is kept for half an hour at most, however often she asks', () => {
  const day = -24 * 60
  const kept = (held: number, since: number) =>
    why('asker', 'extend', 'held', at(day), { createdAt: at(day - since), holdUntil: at(day + held) })
  expect(kept(5, 0)).toBeUndefined()
  expect(kept(30, 0)).toBe('too-late')
  expect(kept(29, 0)).toBeUndefined()
  expect(kept(0, 29)).toBeUndefined()
  expect(kept(-1, 30)).toBe('too-late')
  expect(why('asker', 'extend', 'held', at(day), { createdAt: at(day), holdUntil: null })).toBeUndefined()
})

test('two hours before, moving and cancelling end, to the moment; what is only kept is given back at any time', () => {
  for (const action of ['move', 'cancel'] as const) {
    expect(why('asker', action, 'booked', at(-120, -1))).toBeUndefined()
    expect(why('asker', action, 'booked', at(-120))).toBe('too-late')
  }
  expect(why('asker', 'cancel', 'held', at(20))).toBeUndefined()
})

test('signing in counts from half an hour before until the end, and only at a place', () => {
  expect(why('asker', 'arrive', 'booked', at(-30, -1))).toBe('too-early')
  expect(why('asker', 'arrive', 'booked', at(-30))).toBeUndefined()
  expect(why('asker', 'arrive', 'booked', at(end, -1))).toBeUndefined()
  expect(why('asker', 'arrive', 'booked', at(end))).toBe('too-late')
  expect(why('asker', 'arrive', 'booked', at(0), { mode: 'phone' })).toBe('wrong-place')
  expect(why('asker', 'arrive', 'here', at(0))).toBe('wrong-state')
  expect(why('counsel', 'arrive', 'booked', at(0))).toBe('not-allowed')
})

test('she says that it took place from its end on, and that it did not after a quarter of an hour; until the clock has ended it', () => {
  for (const state of ['booked', 'here'] as const) {
    expect(why('asker', 'confirm', state, at(end, -1))).toBe('too-early')
    expect(why('asker', 'confirm', state, at(end))).toBeUndefined()
    expect(why('asker', 'deny', state, at(15, -1))).toBe('too-early')
    expect(why('asker', 'deny', state, at(15))).toBeUndefined()
  }
  for (const action of ['confirm', 'deny'] as const) {
    expect(why('asker', action, 'met', at(1))).toBeUndefined()
    expect(why('asker', action, 'met', at(60), { dueAt: null })).toBe('too-late')
    expect(why('asker', action, 'booked', at(60), { dueAt: null })).toBe('too-late')
  }
})

test('he says that nobody came after a quarter of an hour, conflict or not', () => {
  for (const who of ['adviser', 'counsel'] as const) {
    expect(why(who, 'miss', 'booked', at(15, -1))).toBe('too-early')
    expect(why(who, 'miss', 'booked', at(15))).toBeUndefined()
    expect(why(who, 'miss', 'here', at(15))).toBeUndefined()
  }
})

test('he writes it down once, from the beginning on, behind the gate, and never of a lecture', () => {
  for (const state of ['booked', 'here', 'met', 'confirmed'] as const) {
    expect(why('counsel', 'record', state, at(0, -1))).toBe('too-early')
    expect(why('counsel', 'record', state, at(0))).toBeUndefined()
    expect(why('counsel', 'record', state, at(0), { recorded: true })).toBe('wrong-state')
    expect(why('counsel', 'record', state, at(0), { kind: 'lecture' })).toBe('wrong-state')
    expect(why('adviser', 'record', state, at(0))).toBe('not-allowed')
  }
  expect(bookingLife.rows.record.moves).toEqual({ ...to('met', 'booked', 'here', 'met'), confirmed: 'confirmed' })
})

test('papers and another time belong to a talk; another time to one that took place', () => {
  expect(why('asker', 'attach', 'booked', at(0), { kind: 'lecture' })).toBe('wrong-state')
  const proposed = bookingStates.filter(state => why('counsel', 'propose', state, at(0)) === undefined)
  expect(proposed).toEqual(['here', 'met', 'confirmed'])
  expect(why('counsel', 'propose', 'met', at(0), { kind: 'lecture' })).toBe('wrong-state')
  expect(why('adviser', 'propose', 'met', at(0))).toBe('not-allowed')
  expect(why('asker', 'propose', 'met', at(0))).toBe('not-allowed')
})

test('he declares once that there is no conflict', () => {
  expect(why('adviser', 'declare', 'booked', at(0))).toBeUndefined()
  expect(why('counsel', 'declare', 'booked', at(0))).toBe('wrong-state')
  expect(why('asker', 'declare', 'booked', at(0))).toBe('not-allowed')
  expect(why('adviser', 'declare', 'held', at(0))).toBe('wrong-state')
})

test('a video call from ten minutes before until half an hour after, behind the gate, of what is to come', () => {
  const call = (now: Date, state: BookingState = 'booked') => why('counsel', 'call', state, now, { mode: 'video' })
  expect(call(at(-10, -1))).toBe('too-early')
  expect([call(at(-10)), call(at(end + 30, -1))]).toEqual([undefined, undefined])
  expect(call(at(end + 30))).toBe('too-late')
  expect(bookingStates.filter(state => call(at(0), state) === undefined)).toEqual(['held', 'booked', 'here'])
  expect(why('counsel', 'call', 'booked', at(0))).toBe('wrong-state')
  expect(why('adviser', 'call', 'booked', at(0), { mode: 'video' })).toBe('not-allowed')
})

test('who asks is the asker alone, though she advises there herself', () => {
  const self = somebody('asker', ['adviser', '/d/t/v/'])
  const it = itOf('booked', 'asker', { adviserId: 'asker' })
  expect(whyNot(bookingLife, self, 'pass', it, at(0))).toBe('not-allowed')
})

test('a seat is taken by what is to come and by what took place', () => {
  expect(bookingStates.filter(isSeated)).toEqual(['held', 'booked', 'here', 'met', 'confirmed'])
})

test('another duty in the township than an adviser’s opens nothing to whom it was to be with', () => {
  const officer = somebody('counsel', ['officer', '/d/t/'])
  expect(whyNot(bookingLife, officer, 'see', itOf('booked', 'counsel'), at(0))).toBe('not-found')
})
