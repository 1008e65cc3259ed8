import type { Booking, FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { platform } from '@/core/device/platform.ts'
import { goOnTo } from '@/core/go-to.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { startWords, whenWords } from '../when.ts'
import { bookingWords } from '../words.ts'
import { FreeTimes } from './free-times.tsx'
import { wantedOf } from './hold-slot.ts'
import { useTaken } from './taken.ts'
import { TakenSheet } from './taken-sheet.tsx'

const words = bookingWords.move

const Times = ({ booking }: { booking: Booking }) => {
  const { id, communityId, adviser } = booking
  const [wide, setWide] = useState(false)
  const { taken, attempt, close } = useTaken()
  const refresh = useRefresh()
  const now = useNow()
  const move = (slot: FreeSlot) =>
    attempt(async () => {
      await call(bookingRoutes.moveBooking, { id, eventId: await platform.newId(), ...wantedOf(slot) })
      refresh(bookingRoutes.getBooking, bookingRoutes.listMyBookings, bookingRoutes.listSlots)
      say(words.moved(startWords(slot.startsAt, now)))
      // Opened from a card there is no page to go back to.
      await Taro.navigateBack().catch(() => goOnTo(bookingPages.show, { id }))
    })
  return (
    <>
      <View className="heading">{words.title}</View>
      <Notice icon="clock">{words.was(whenWords(booking, now))}</Notice>
      <FreeTimes
        communityId={communityId}
        adviserId={wide ? undefined : adviser.id}
        wide={wide}
        lecture={isLecture(booking)}
        onPick={move}
        onWide={wide ? undefined : () => setWide(true)}
      />
      {!wide && <Button words={bookingWords.find.wide} icon="people" kind="quiet" onTap={() => setWide(true)} />}
      {taken && <TakenSheet taken={taken} onPick={move} onAll={close} onClose={close} />}
    </>
  )
}

/** Another time for a booking that there is already: one tap, and the old one is let go. */
export const MoveTimes = ({ id }: { id: string }) => {
  const { data, error, refetch } = useCall(bookingRoutes.getBooking, { id }, { every: 20_000 })
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  if (data.can.includes('move')) return <Times booking={data} />
  const action = { words: words.back, onTap: () => goOnTo(bookingPages.show, { id }) }
  return <Empty drawing="door" title={words.not} hint={words.notHint} action={action} />
}
