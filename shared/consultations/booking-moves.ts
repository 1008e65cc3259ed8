import type { Moves } from '../core/moves.ts'

/**
 * held: kept for some minutes while she fills it in · booked · here: checked in at the place · met: the adviser has written it down ·
 * confirmed: she says that it took place · missed: nobody came · cancelled, expired: free again.
 */
export const bookingStates = ['held', 'booked', 'here', 'met', 'confirmed', 'missed', 'cancelled', 'expired'] as const
export type BookingState = (typeof bookingStates)[number]

/** What happens to a booking (`expire`, `remind` and `lapse` are done by the clock alone). */
export const bookingEvents = [
  'hold',
  'extend',
  'book',
  'move',
  'arrive',
  'record',
  'confirm',
  'deny',
  'miss',
  'cancel',
  'call-off',
  'pass',
  'declare',
  'expire',
  'remind',
  'lapse',
] as const
export type BookingEvent = (typeof bookingEvents)[number]

/**
 * The whole life of a booking. `call-off`: by the adviser (leave); `pass`: he has a conflict; `deny`: she says it did not take place;
 * `lapse`: nobody has written it down for a day, or confirmed it for a week (it stays unconfirmed). A kept time that ran out may
 * still be booked as long as it is free.
 */
export const bookingMoves: Moves<BookingState, BookingEvent> = {
  held: { extend: 'held', book: 'booked', cancel: 'cancelled', 'call-off': 'cancelled', expire: 'expired' },
  booked: {
    move: 'booked',
    declare: 'booked',
    remind: 'booked',
    arrive: 'here',
    record: 'met',
    miss: 'missed',
    cancel: 'cancelled',
    'call-off': 'cancelled',
    pass: 'cancelled',
    lapse: 'missed',
  },
  here: {
    declare: 'here',
    record: 'met',
    miss: 'missed',
    'call-off': 'cancelled',
    pass: 'cancelled',
    lapse: 'missed',
  },
  met: { confirm: 'confirmed', deny: 'missed', lapse: 'met' },
  confirmed: {},
  missed: {},
  cancelled: {},
  expired: { book: 'booked' },
}

/** A time is kept for these. */
export const liveStates = ['held', 'booked', 'here'] as const satisfies readonly BookingState[]

/** A seat is taken by these: while it is to come, and because it took place. */
export const seatedStates = [...liveStates, 'met', 'confirmed'] as const satisfies readonly BookingState[]
export const isSeated = (state: BookingState) => (seatedStates as readonly BookingState[]).includes(state)

export const bookingStateNames: Record<BookingState, string> = {
  held: '已占位',
  booked: '已约好',
  here: '已签到',
  met: '请您确认',
  confirmed: '已完成',
  missed: '没有见成',
  cancelled: '已取消',
  expired: '占位已过期',
}

export const outcomes = ['answered', 'follow-up', 'mediation', 'legal-aid', 'court'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeNames: Record<Outcome, string> = {
  answered: '当面答复',
  'follow-up': '再约一次',
  mediation: '转调解',
  'legal-aid': '转法律援助',
  court: '建议诉讼',
}

/** `holdMost`: minutes, however often she asks for more; `perDay`: times that one person may ask to keep one. */
export const bookingLimits = {
  ...{ active: 2, perDay: 20, holdMinutes: 10, holdMost: 30, waitMinutes: 30 },
  ...{ cancelHours: 2, arriveMinutes: 30, missMinutes: 15, words: 200 },
} as const
