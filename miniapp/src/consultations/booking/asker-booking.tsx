import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { platform } from '@/core/device/platform.ts'
import { goOnTo, goTo } from '@/core/go-to.ts'
import { BookingFacts, FactsAloud, Story } from '../components/booking-facts.tsx'
import { Papers } from '../components/papers.tsx'
import { VideoRoom } from '../components/video-room.tsx'
import { stateLabel } from '../labels.ts'
import { TookPlace } from '../record/took-place.tsx'
import { bookingWords } from '../words.ts'
import { AppointmentActs, Arrive } from './appointment-acts.tsx'
import { Progress } from './progress.tsx'

const words = bookingWords.show
const over = ['confirmed', 'missed', 'cancelled', 'expired']

type Props = { booking: Booking; onDone: () => unknown }

const Telephone = ({ booking: { state, mode, phone } }: Pick<Props, 'booking'>) =>
  state === 'booked' && mode === 'phone' && phone ? (
    <Button words={words.telephone} icon="phone" onTap={() => platform.telephone(phone)} />
  ) : null

/** A booking in front of whoever booked it. */
export const AskerBooking = ({ booking, onDone }: Props) => (
  <>
    <BookingFacts card={booking}>
      <View className="row wrap apart">
        <Tag {...stateLabel(booking)} />
        <View className="small soft">{bookingWords.number(booking.number)}</View>
      </View>
    </BookingFacts>
    <FactsAloud card={booking} state={stateLabel(booking).words} />
    {booking.state === 'held' && (
      <Button
        words={words.resume}
        icon="pencil"
        kind="main"
        onTap={() => goOnTo(bookingPages.book, { id: booking.id })}
      />
    )}
    <TookPlace booking={booking} onDone={onDone} />
    <AppointmentActs booking={booking} onDone={onDone} />
    <Telephone booking={booking} />
    <VideoRoom booking={booking} />
    {booking.state === 'booked' && booking.mode === 'onsite' && <View className="hint">{words.arriveHint}</View>}
    {booking.steps.some(step => step.event === 'miss') && <View className="hint">{words.noShowHint}</View>}
    <Story booking={booking} />
    <Papers booking={booking} onDone={onDone} />
    <Progress booking={booking} />
    {over.includes(booking.state) && (
      <Button
        words={words.again}
        icon="balance"
        kind="quiet"
        onTap={() => goTo(bookingPages.find, { village: booking.communityId })}
      />
    )}
    <Arrive booking={booking} onDone={onDone} />
  </>
)
