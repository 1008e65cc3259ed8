import type { BookingCard } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { useCallback, useEffect, useState } from 'react'
import { platform } from '../core/platform.ts'
import { useRefresh } from '../core/query.tsx'
import { problemOf } from '../core/trouble.ts'
import { call } from '../core/wire.ts'
import { dayOf, today } from './when.ts'

export type CheckIn =
  | { state: 'looking' }
  | { state: 'none' }
  | { state: 'failed'; failed: unknown }
  | { state: 'here'; card: BookingCard }

/** Mine of today that can still be met, the first in time first. */
const bookingsOfToday = async () => {
  const { items } = await call(bookingRoutes.listMyBookings, {})
  const now = today(platform.now())
  return items
    .filter(card => (card.state === 'booked' || card.state === 'here') && dayOf(card.startsAt) === now)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
}

/** Checks in at the first of them that is at this place. */
const arrive = async (place: string): Promise<CheckIn> => {
  const cards = await bookingsOfToday()
  const already = cards.find(card => card.state === 'here')
  if (already) return { state: 'here', card: already }
  let failed: unknown
  for (const card of cards) {
    try {
      await call(bookingRoutes.arriveAtBooking, { id: card.id, eventId: await platform.newId(), place })
      return { state: 'here', card }
    } catch (trouble) {
      failed ??= trouble
      if (problemOf(trouble).code !== 'wrong-place') break
    }
  }
  return failed ? { state: 'failed', failed } : { state: 'none' }
}

/** Whoever opens the poster's code has arrived: nothing more to tap. */
export const useCheckIn = (place: string | undefined) => {
  const [checkIn, setCheckIn] = useState<CheckIn>({ state: 'looking' })
  const refresh = useRefresh()
  const start = useCallback(async () => {
    if (!place) return
    setCheckIn({ state: 'looking' })
    setCheckIn(await arrive(place).catch(failed => ({ state: 'failed', failed }) as const))
    refresh(bookingRoutes.listMyBookings, bookingRoutes.getBooking)
  }, [place, refresh])
  useEffect(() => void start(), [start])
  return { checkIn, again: start }
}
