import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { useEffect } from 'react'
import { AskerBooking } from '@/consultations/booking/asker-booking.tsx'
import { AdviserBooking } from '@/consultations/office/adviser-booking.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useParams } from '@/core/go-to.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { useAnswered } from '@/core/use-answered.ts'
import '@/consultations/consultations.css'

/** One booking: for whoever booked it, or for the lawyer who is met. */
export default asPage(function ShowBookingPage() {
  const id = useParams(bookingPages.show).id ?? ''
  const { data: booking, error, refetch } = useCall(bookingRoutes.getBooking, { id }, { every: 10_000 })
  const refresh = useRefresh()
  useAnswered(booking?.id)
  useEffect(() => void readPermits(), [])
  const done = async () => {
    refresh(bookingRoutes.listMyBookings, bookingRoutes.listSlots, officeRoutes.listWeek)
    await refetch()
  }
  return (
    <Page>
      {!booking && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />)}
      {booking?.reader === 'asker' && <AskerBooking booking={booking} onDone={done} />}
      {booking?.reader === 'adviser' && <AdviserBooking booking={booking} onDone={done} />}
    </Page>
  )
})
