import type { Moves } from '../core/moves.ts'

/**
 * held: kept for some minutes while she fills it in · booked · here: checked in at the place · met: her word on it is missing · confirmed:
 * she says that it took place · missed: it did not take place · cancelled, expired: free again.
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
  'attach',
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
 * The whole life of a booking. `call-off`: by leave, or because the adviser's duty has ended; `pass`: he has a conflict; `confirm`,
 * `deny`: she says that it took place, or did not, whether he has written it down or not; `attach`: papers, of either; `lapse`: nobody has said anything for a day
 * (who had checked in is asked), or she has not for a week (it stays unconfirmed). At a lecture signing in is her word. A kept time
 * that ran out may still be booked as long as it is free.
 */
export const bookingMoves: Moves<BookingState, BookingEvent> = {
  held: { extend: 'held', book: 'booked', cancel: 'cancelled', 'call-off': 'cancelled', expire: 'expired' },
  booked: {
    move: 'booked',
    declare: 'booked',
    attach: 'booked',
    remind: 'booked',
    arrive: 'here',
    record: 'met',
    confirm: 'confirmed',
    deny: 'missed',
    miss: 'missed',
    cancel: 'cancelled',
    'call-off': 'cancelled',
    pass: 'cancelled',
    lapse: 'missed',
  },
  here: {
    declare: 'here',
    attach: 'here',
    record: 'met',
    confirm: 'confirmed',
    deny: 'missed',
    miss: 'missed',
    'call-off': 'cancelled',
    pass: 'cancelled',
    lapse: 'met',
  },
  met: { declare: 'met', attach: 'met', record: 'met', confirm: 'confirmed', deny: 'missed', lapse: 'met' },
  confirmed: { declare: 'confirmed', attach: 'confirmed', record: 'confirmed' },
  missed: {},
  cancelled: {},
  expired: { book: 'booked' },
}

/** A time is kept for these. */
export const liveStates = ['held', 'booked', 'here'] as const satisfies readonly BookingState[]

export const isToCome = (state: BookingState) => (liveStates as readonly BookingState[]).includes(state)

/** Both have seen each other: now, or before. */
export const isAfter = (state: BookingState) => state === 'here' || state === 'met' || state === 'confirmed'

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

/**
 * `holdMost`: minutes, however often she asks for more; `perDay`: times that one person may ask to keep one. Whoever has let an adviser
 * wait `misses` times within `missDays` days may have only one booking at a time.
 */
export const bookingLimits = {
  ...{ active: 2, perDay: 20, holdMinutes: 10, holdMost: 30, waitMinutes: 30 },
  ...{
    cancelHours: 2,
    arriveMinutes: 30,
    callEarlyMinutes: 10,
    callLateMinutes: 30,
    missMinutes: 15,
    misses: 2,
    missDays: 90,
    words: 200,
    files: 6,
  },
} as const
