import { listBookingEvents, listMine } from '@huiyin/db/consultations/queries.ts'
import type { Booking, BookingCard } from '@huiyin/shared/consultations/booking.ts'
import {
  arriveFrom,
  callEnd,
  callFrom,
  cancelEnd,
  isExtendable,
  missFrom,
  tellFrom,
} from '@huiyin/shared/consultations/booking-clock.ts'
import { bookingMoves, isAfter, isToCome } from '@huiyin/shared/consultations/booking-moves.ts'
import { type BookingAction, bookingPolicy } from '@huiyin/shared/consultations/booking-policy.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import { type Ctx, demand } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { openFiles, openWords } from './door.ts'
import { type Hand, takeUp } from './take-up.ts'

/** A booking for who made it, or for the adviser whom it is with. */
export const getBooking = async (ctx: Ctx, { id }: { id: string }): Promise<Booking> => {
  const hand = await takeUp(ctx, id)
  demand(bookingPolicy, ctx.me, 'see', hand.subject)
  return viewOf(ctx, hand)
}

/** Everything that this reader may see, and nothing else. The caller has seen to it that he may. */
export const viewOf = async (ctx: Ctx, hand: Hand): Promise<Booking> => {
  const { booking, appointment, adviser, subject } = hand
  const [wordsOf, events, files] = await Promise.all([
    openWords(ctx, hand),
    listBookingEvents(ctx.db, booking.id),
    openFiles(ctx, hand),
  ])
  const mine = booking.personId === ctx.me.id
  return {
    id: booking.id,
    number: booking.number,
    state: booking.state,
    adviser,
    startsAt: appointment.startsAt.toISOString(),
    endsAt: appointment.endsAt.toISOString(),
    mode: appointment.mode,
    communityId: appointment.communityId,
    village: hand.village,
    place: hand.place.name,
    capacity: appointment.capacity,
    holdUntil: booking.holdUntil?.toISOString() ?? null,
    reader: mine ? 'asker' : 'adviser',
    who: mine ? '我' : maskName(hand.who),
    reason: wordsOf('reason'),
    otherSide: wordsOf('other-side'),
    againstCommittee: booking.committeeId !== null,
    forOther: wordsOf('for-other'),
    declared: subject.declared,
    outcome: booking.outcome,
    record: wordsOf('record'),
    files,
    rated: mine && hand.rated,
    cancelUntil: booking.state === 'booked' ? cancelEnd(appointment).toISOString() : null,
    phone: hand.phone,
    steps: events.map(({ seq, event, actor, at }) => ({ seq, event, by: actor, at: at.toISOString() })),
    can: actionsOf(ctx, hand),
  }
}

/** What this reader could do now: allowed by the policy, and possible in this state and at this hour. */
const actionsOf = ({ me, now }: Ctx, { booking, appointment, subject }: Hand): BookingAction[] =>
  (Object.keys(bookingPolicy.may) as BookingAction[]).filter(action => {
    if (action === 'see' || action === 'read' || !can(bookingPolicy, me, action, subject)) return false
    if (action === 'call') return isCallable({ booking, appointment }, now)
    if (ofTalks.includes(action) && appointment.kind === 'lecture') return false
    if (action === 'propose') return isAfter(booking.state)
    if (!next(bookingMoves, booking.state, action)) return false
    if (action === 'move' || (action === 'cancel' && booking.state !== 'held')) return now < cancelEnd(appointment)
    if (action === 'arrive')
      return appointment.mode === 'onsite' && now >= arriveFrom(appointment) && now < appointment.endsAt
    if (action === 'extend' && !isExtendable(now, booking)) return false
    if (action === 'book' || action === 'extend') return now < appointment.startsAt
    if (action === 'record') return now >= appointment.startsAt && booking.outcome === null
    if (action === 'miss') return now >= missFrom(appointment)
    if (action === 'declare') return !subject.declared
    if (action !== 'confirm' && action !== 'deny') return true
    return booking.dueAt !== null && (booking.state === 'met' || now >= tellFrom(appointment, action === 'confirm'))
  })

/** What belongs to a talk alone, not to a lecture. */
const ofTalks: BookingAction[] = ['propose', 'attach', 'record']

const isCallable = ({ booking, appointment }: Pick<Hand, 'booking' | 'appointment'>, now: Date): boolean =>
  appointment.mode === 'video' && isToCome(booking.state) && now >= callFrom(appointment) && now < callEnd(appointment)

export const listMyBookings = async (
  ctx: Ctx,
  { cursor, limit }: Input<(typeof bookingRoutes)['listMyBookings']>,
): Promise<Page<BookingCard>> => {
  const rows = await listMine(ctx.db, ctx.me.id, ctx.now, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(new Date(last.createdAt), last.id))
  const iso = (text: string) => new Date(text).toISOString()
  return {
    ...page,
    items: page.items.map(({ createdAt: _, startsAt, endsAt, holdUntil, ...row }) => ({
      ...row,
      startsAt: iso(startsAt),
      endsAt: iso(endsAt),
      holdUntil: holdUntil && iso(holdUntil),
    })),
  }
}
