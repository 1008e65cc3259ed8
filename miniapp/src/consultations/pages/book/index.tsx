import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { useEffect } from 'react'
import { ConfirmBooking } from '@/consultations/booking/confirm-booking.tsx'
import { bookingWords } from '@/consultations/words.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { goOnTo, useParams } from '@/core/go-to.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall } from '@/core/query.tsx'

const words = bookingWords.book

const Gone = ({ village }: { village: string }) => (
  <Empty
    drawing="door"
    title={words.gone}
    hint={words.goneHint}
    action={{ words: words.again, onTap: () => goOnTo(bookingPages.find, { village }) }}
  />
)

export default asPage(function BookPage() {
  const id = useParams(bookingPages.book).id ?? ''
  const { data: booking, error, refetch } = useCall(bookingRoutes.getBooking, { id }, { every: 15_000 })
  const settled = booking !== undefined && !['held', 'expired', 'cancelled'].includes(booking.state)
  useEffect(() => void readPermits(), [])
  useEffect(() => {
    if (settled) void goOnTo(bookingPages.show, { id })
  }, [settled, id])
  return (
    <Page>
      {!booking && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />)}
      {booking?.state === 'cancelled' && <Gone village={booking.communityId} />}
      {(booking?.state === 'held' || booking?.state === 'expired') && (
        <ConfirmBooking booking={booking} onChanged={refetch} />
      )}
    </Page>
  )
})
