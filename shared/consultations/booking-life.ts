import type { Me } from '../core/policy.ts'
import type { ProblemCode } from '../core/problem.ts'
import { type Life, leadsTo, staysIn } from '../matters/life.ts'
import { arriveFrom, callEnd, callFrom, cancelEnd, isExtendable, noShowFrom, tellFrom } from './booking-clock.ts'
import { type BookingEvent, type BookingState, isAfter, isToCome, liveStates, talkedStates } from './booking-states.ts'
import type { Mode } from './modes.ts'

/** What the life needs to know of a booking and of its appointment. */
export type BookingSubject = {
  state: BookingState
  personId: string
  adviserId: string
  townshipId: string
  /** The adviser has declared that there is no conflict; a lecture needs no declaration. */
  declared: boolean
  kind: 'meeting' | 'lecture' | 'walk-in' | 'leave'
  mode: Mode
  startsAt: Date
  endsAt: Date
  createdAt: Date
  holdUntil: Date | null
  dueAt: Date | null
  /** His record has been written. */
  recorded: boolean
}

/** `adviser`: whom it is with, with a present duty in that township; `counsel`: he has also passed the conflict gate. */
export const bookingRelations = ['asker', 'adviser', 'counsel'] as const
export type BookingRelation = (typeof bookingRelations)[number]

const relationsOf = (me: Me, it: BookingSubject): BookingRelation[] => {
  if (it.personId === me.id) return ['asker']
  const posted = me.posts.some(post => post.role === 'adviser' && post.areaPath.split('/').includes(it.townshipId))
  if (it.adviserId !== me.id || !posted) return []
  return it.declared ? ['adviser', 'counsel'] : ['adviser']
}

/** What can be done to a booking, and what the clock does to it. `read`: the reason; `call`: by video; `propose`: a time to meet again. */
export type BookingAction = Exclude<BookingEvent, 'hold'> | 'see' | 'read' | 'call' | 'propose'

type Check = (it: BookingSubject, now: Date) => ProblemCode | undefined | false

/** The first of these that speaks against it. */
const unless =
  (...checks: Check[]) =>
  (it: BookingSubject, now: Date): ProblemCode | undefined => {
    for (const check of checks) {
      const problem = check(it, now)
      if (problem) return problem
    }
    return undefined
  }

/** A lecture is no talk: nothing is written down or handed over about it. */
const lecture: Check = it => it.kind === 'lecture' && 'wrong-state'
const begun: Check = (it, now) => it.startsAt <= now && 'slot-taken'
const tooNear: Check = (it, now) => now >= cancelEnd(it) && 'too-late'
/** What is only kept can be given back at any time. */
const bookedTooNear: Check = (it, now) => it.state !== 'held' && tooNear(it, now)

/** Her word on whether it took place, as long as the clock has not ended it. */
const tells = (happened: boolean) =>
  unless(
    it => it.dueAt === null && 'too-late',
    (it, now) => it.state !== 'met' && now < tellFrom(it, happened) && 'too-early',
  )

/**
 * The whole life of a booking, row by row; the drawing in the documents is made from it. `call-off`: by leave, or because the
 * adviser's duty has ended; `pass`: he has a conflict; `confirm`, `deny`: she says that it took place, or did not, whether he has
 * written it down or not; `attach`: papers, of either; `lapse`: nobody has said anything for a day (who had checked in is asked), or
 * she has not for a week (it stays unconfirmed). At a lecture signing in is her word. A kept time that ran out may still be booked as
 * long as it is free. Nobody else, of whatever duty, even learns that it exists.
 */
export const bookingLife: Life<BookingState, BookingRelation, BookingSubject, BookingAction> = {
  relationsOf,
  rows: {
    see: { who: ['asker', 'adviser'], looks: true },
    read: { who: ['asker', 'counsel'], looks: true },
    call: {
      who: ['counsel'],
      unless: unless(
        it => (it.mode !== 'video' || !isToCome(it.state)) && 'wrong-state',
        (it, now) => now < callFrom(it) && 'too-early',
        (it, now) => now >= callEnd(it) && 'too-late',
      ),
    },
    propose: { who: ['counsel'], unless: unless(it => !isAfter(it.state) && 'wrong-state', lecture) },
    extend: {
      who: ['asker'],
      moves: { held: 'held' },
      instead: { expired: 'slot-taken' },
      unless: unless(begun, (it, now) => !isExtendable(now, it) && 'too-late'),
    },
    book: { who: ['asker'], moves: leadsTo('booked', 'held', 'expired'), unless: unless(begun) },
    move: { who: ['asker'], moves: { booked: 'booked' }, unless: unless(tooNear), answers: true },
    cancel: {
      who: ['asker'],
      moves: leadsTo('cancelled', 'held', 'booked'),
      unless: unless(bookedTooNear),
      answers: true,
    },
    arrive: {
      who: ['asker'],
      moves: { booked: 'here' },
      unless: unless(
        it => it.mode !== 'onsite' && 'wrong-place',
        (it, now) => now < arriveFrom(it) && 'too-early',
        (it, now) => now >= it.endsAt && 'too-late',
      ),
      answers: true,
    },
    confirm: {
      who: ['asker'],
      moves: leadsTo('confirmed', 'booked', 'here', 'met'),
      unless: tells(true),
      answers: true,
    },
    deny: { who: ['asker'], moves: leadsTo('missed', 'booked', 'here', 'met'), unless: tells(false), answers: true },
    attach: { who: ['asker', 'counsel'], moves: staysIn(...talkedStates), unless: unless(lecture) },
    declare: {
      who: ['adviser'],
      moves: staysIn(...talkedStates),
      unless: unless(it => it.declared && 'wrong-state'),
    },
    pass: { who: ['adviser'], moves: leadsTo('cancelled', 'booked', 'here'), answers: true },
    miss: {
      who: ['adviser'],
      moves: leadsTo('missed', 'booked', 'here'),
      unless: unless((it, now) => now < noShowFrom(it) && 'too-early'),
      answers: true,
    },
    record: {
      who: ['counsel'],
      moves: { ...leadsTo('met', 'booked', 'here', 'met'), confirmed: 'confirmed' },
      unless: unless(
        (it, now) => now < it.startsAt && 'too-early',
        it => it.recorded && 'wrong-state',
        lecture,
      ),
      answers: true,
    },
    'call-off': { who: 'clock', moves: leadsTo('cancelled', ...liveStates), answers: true },
    expire: { who: 'clock', moves: { held: 'expired' } },
    remind: { who: 'clock', moves: { booked: 'booked' } },
    lapse: { who: 'clock', moves: { booked: 'missed', here: 'met', met: 'met' } },
  },
}
