import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { platform } from '@/core/device/platform.ts'
import { useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'

export type CheckIn =
  | { state: 'looking' }
  | { state: 'none' }
  | { state: 'failed'; failed: unknown }
  | { state: 'here'; booking: Booking }

/** Whoever opens the poster's code has arrived: nothing more to tap. */
export const useCheckIn = (place: string | undefined) => {
  const [checkIn, setCheckIn] = useState<CheckIn>({ state: 'looking' })
  const refresh = useRefresh()
  /** The same tap, however often its answer is lost. */
  const id = useRef<Promise<string>>(undefined)
  const start = useCallback(async () => {
    if (!place) return
    setCheckIn({ state: 'looking' })
    id.current ??= platform.newId()
    const arrived = id.current.then(async id => call(bookingRoutes.checkIn, { id, place }))
    setCheckIn(
      await arrived.then(
        booking => ({ state: 'here', booking }) as const,
        failed =>
          problemOf(failed).code === 'nothing-here'
            ? ({ state: 'none' } as const)
            : ({ state: 'failed', failed } as const),
      ),
    )
    refresh(bookingRoutes.listMyBookings, bookingRoutes.getBooking)
  }, [place, refresh])
  useEffect(() => void start(), [start])
  return { checkIn, again: start }
}
