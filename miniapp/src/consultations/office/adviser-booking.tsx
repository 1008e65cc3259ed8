import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { outcomeNames } from '@huiyin/shared/consultations/booking-states.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { View } from '@tarojs/components'
import { askPermits } from '@/core/ask-permits.ts'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { BookingFacts, Story } from '../components/booking-facts.tsx'
import { Papers } from '../components/papers.tsx'
import { Sure } from '../components/sure.tsx'
import { CallAsker } from '../components/video-room.tsx'
import { stateLabel } from '../labels.ts'
import { officeWords } from '../office-words.ts'
import { RecordMeeting } from '../record/record-meeting.tsx'
import { bookingWords } from '../words.ts'
import { NextTime } from './next-time.tsx'

type Props = { booking: Booking; onDone: () => unknown }

const { disclosure, record, unable } = officeWords

const otherSideOf = ({ otherSide, againstCommittee }: Booking) => {
  const named = [againstCommittee && disclosure.committee, otherSide].filter(Boolean).join('，')
  return named ? disclosure.otherSide(named) : disclosure.noOtherSide
}

/** The conflict gate before the reason: two buttons, and what is needed to choose between them. */
const Disclosure = ({ booking, onDone }: Props) => {
  const { id, can } = booking
  const declare = async () => {
    // Nothing may be awaited before this: WeChat only asks inside the tap.
    const asked = askPermits(['task'])
    await call(officeRoutes.declareBooking, { id, eventId: await platform.newId(), noConflict: true })
    await onDone()
    await asked
  }
  const recuse = async () => {
    await call(officeRoutes.passBooking, { id, eventId: await platform.newId() })
    await onDone()
    say(disclosure.recused)
  }
  return (
    <View className="card stack">
      <View className="heading">{disclosure.title}</View>
      <View className="strong">{otherSideOf(booking)}</View>
      {disclosure.conflicts.map(conflict => (
        <View key={conflict}>· {conflict}</View>
      ))}
      <View className="small soft">{disclosure.source}</View>
      {can.includes('declare') && <Button words={disclosure.declare} icon="check" kind="main" onTap={declare} />}
      {can.includes('pass') && (
        <Sure
          words={disclosure.recuse}
          icon="pass"
          title={disclosure.recuseTitle}
          hint={disclosure.recuseHint}
          yes={disclosure.recuseYes}
          no={disclosure.keep}
          onYes={recuse}
        />
      )}
    </View>
  )
}

const NoShow = ({ booking: { id }, onDone }: Props) => {
  const noteNoShow = async () => {
    await call(officeRoutes.missBooking, { id, eventId: await platform.newId() })
    await onDone()
    say(record.missed)
  }
  return (
    <Sure
      words={record.miss}
      icon="close"
      title={record.noShowTitle}
      hint={record.noShowHint}
      yes={record.noShowYes}
      no={record.keep}
      onYes={noteNoShow}
    />
  )
}

/** He cannot come to this one: leave of just this length, which calls it off and tells her, and gives the time to nobody else. */
const Unable = ({ booking, onDone }: Props) => {
  const { state, startsAt, endsAt } = booking
  const begun = Date.parse(startsAt) <= useNow()
  if (state !== 'booked' || begun) return null
  const leave = async () => {
    await call(officeRoutes.addLeave, { id: await platform.newId(), startsAt, endsAt })
    await onDone()
    say(unable.told)
  }
  return (
    <Sure
      words={unable.open}
      icon="leave"
      title={unable.title}
      hint={isLecture(booking) ? unable.lectureHint : unable.hint}
      yes={unable.yes}
      no={unable.keep}
      onYes={leave}
    />
  )
}

/** A booking in front of the lawyer who is met. */
export const AdviserBooking = ({ booking, onDone }: Props) => {
  const { state, number, who, declared, can, outcome } = booking
  return (
    <>
      <BookingFacts card={booking} forAdviser>
        <View className="row wrap apart">
          <Tag {...stateLabel({ state, reader: 'adviser' })} />
          <View className="small soft">{bookingWords.number(number)}</View>
        </View>
        <View className="heading">{who}</View>
      </BookingFacts>
      {!declared && can.includes('declare') && <Disclosure booking={booking} onDone={onDone} />}
      <Story booking={booking} />
      <Papers booking={booking} onDone={onDone} />
      <CallAsker booking={booking} />
      {booking.record && (
        <View className="card stack">
          <View className="heading">{record.mine}</View>
          {outcome && <View className="strong">{outcomeNames[outcome]}</View>}
          <View>{booking.record}</View>
        </View>
      )}
      {can.includes('record') && <RecordMeeting id={booking.id} onDone={onDone} />}
      <NextTime booking={booking} onDone={onDone} />
      {can.includes('miss') && <NoShow booking={booking} onDone={onDone} />}
      <Unable booking={booking} onDone={onDone} />
    </>
  )
}
