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

/** A time is kept for these. */
export const liveStates = ['held', 'booked', 'here'] as const satisfies readonly BookingState[]

export const isToCome = (state: BookingState) => (liveStates as readonly BookingState[]).includes(state)

/** She may come, or has come already. */
export const expectedStates = ['booked', 'here'] as const satisfies readonly BookingState[]

/** Both have seen each other: now, or before. */
export const cameStates = ['here', 'met', 'confirmed'] as const satisfies readonly BookingState[]
export const isAfter = (state: BookingState) => (cameStates as readonly BookingState[]).includes(state)

/** It stands, or took place: papers go to and fro. */
export const talkedStates = ['booked', ...cameStates] as const satisfies readonly BookingState[]

/** The time is free again, as if it had never been kept. */
export const undoneStates = ['cancelled', 'expired'] as const satisfies readonly BookingState[]

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
export type MeetingOutcome = (typeof outcomes)[number]
export const outcomeNames: Record<MeetingOutcome, string> = {
  answered: '当面答复',
  'follow-up': '再约一次',
  mediation: '转调解',
  'legal-aid': '转法律援助',
  court: '建议诉讼',
}
