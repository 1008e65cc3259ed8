import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { View } from '@tarojs/components'
import { placeCode } from '@/consultations/booking/place-code.ts'
import { useCheckIn } from '@/consultations/booking/use-check-in.ts'
import { BookingFacts } from '@/consultations/components/booking-facts.tsx'
import { meetingWords } from '@/consultations/record/meeting-words.ts'
import { bookingWords } from '@/consultations/words.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { goOnTo, useParams } from '@/core/go-to.ts'
import '@/consultations/consultations.css'

const words = meetingWords.checkIn
const mine = { words: words.show, onTap: () => goOnTo(bookingPages.mine) }

const Result = ({ place }: { place: string }) => {
  const { checkIn, again } = useCheckIn(place)
  if (checkIn.state === 'looking') return <Skeleton cards={1} />
  if (checkIn.state === 'failed')
    return (
      <>
        <ErrorView failed={checkIn.failed} onAgain={again} />
        <Button {...mine} kind="quiet" />
      </>
    )
  if (checkIn.state === 'none')
    return (
      <Empty
        drawing="door"
        title={words.none}
        hint={words.noneHint}
        action={{ words: bookingWords.mine.book, onTap: () => goOnTo(bookingPages.find) }}
      />
    )
  const { booking } = checkIn
  return (
    <>
      <BookingFacts card={booking}>
        <View {...spoken({ role: 'status', live: 'polite' })}>
          <View className="heading">{words.title}</View>
          <View className="soft">{isLecture(booking) ? words.lectureHint : words.hint}</View>
        </View>
      </BookingFacts>
      <Button words={words.show} kind="main" onTap={() => goOnTo(bookingPages.show, { id: booking.id })} />
    </>
  )
}

/** Opened by the check-in poster: says that she is there. */
export default asPage(function CheckInPage() {
  const { scene, place: named } = useParams(bookingPages.checkIn)
  const place = placeCode(scene ?? named)
  return (
    <Page>
      {place ? (
        <Result place={place} />
      ) : (
        <Empty drawing="door" title={words.badCode} hint={words.badCodeHint} action={mine} />
      )}
    </Page>
  )
})
