import { type Booking, isLecture } from '@huiyin/shared/consultations/booking.ts'
import { outcomeNames } from '@huiyin/shared/consultations/booking-states.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { platform } from '@/core/device/platform.ts'
import { askPermits } from '@/core/permits.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { BookingFacts, Story } from '../components/booking-facts.tsx'
import { Papers } from '../components/papers.tsx'
import { Sure } from '../components/sure.tsx'
import { CallHer } from '../components/video-room.tsx'
import { stateLabel } from '../labels.ts'
import { officeWords } from '../office-words.ts'
import { RecordMeeting } from '../record/record-meeting.tsx'
import { bookingWords } from '../words.ts'
import { NextTime } from './next-time.tsx'

type Props = { booking: Booking; onDone: () => unknown }

const { gate, record, unable } = officeWords

const otherSideOf = ({ otherSide, againstCommittee }: Booking) => {
  const named = [againstCommittee && gate.committee, otherSide].filter(Boolean).join('，')
  return named ? gate.otherSide(named) : gate.noOtherSide
}

/** The conflict gate before the reason: two buttons, and what is needed to choose between them. */
const Gate = ({ booking, onDone }: Props) => {
  const { id, can } = booking
  const declare = async () => {
    // Nothing may be awaited before this: WeChat only asks inside the tap.
    const asked = askPermits(['task'])
    await call(officeRoutes.declareBooking, { id, eventId: await platform.newId(), noConflict: true })
    await onDone()
    await asked
  }
  const pass = async () => {
    await call(officeRoutes.passBooking, { id, eventId: await platform.newId() })
    await onDone()
    say(gate.passed)
  }
  return (
    <View className="card stack">
      <View className="heading">{gate.title}</View>
      <View className="strong">{otherSideOf(booking)}</View>
      {gate.conflicts.map(conflict => (
        <View key={conflict}>· {conflict}</View>
      ))}
      <View className="small soft">{gate.source}</View>
      {can.includes('declare') && <Button words={gate.declare} icon="check" kind="main" onTap={declare} />}
      {can.includes('pass') && (
        <Sure
          words={gate.pass}
          icon="pass"
          title={gate.passTitle}
          hint={gate.passHint}
          yes={gate.passYes}
          no={gate.keep}
          onYes={pass}
        />
      )}
    </View>
  )
}

const Miss = ({ booking: { id }, onDone }: Props) => {
  const miss = async () => {
    await call(officeRoutes.missBooking, { id, eventId: await platform.newId() })
    await onDone()
    say(record.missed)
  }
  return (
    <Sure
      words={record.miss}
      icon="close"
      title={record.missTitle}
      hint={record.missHint}
      yes={record.missYes}
      no={record.keep}
      onYes={miss}
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
      <BookingFacts card={booking} his>
        <View className="row wrap apart">
          <Tag {...stateLabel({ state, reader: 'adviser' })} />
          <View className="small soft">{bookingWords.number(number)}</View>
        </View>
        <View className="heading">{who}</View>
      </BookingFacts>
      {!declared && can.includes('declare') && <Gate booking={booking} onDone={onDone} />}
      <Story booking={booking} />
      <Papers booking={booking} onDone={onDone} />
      <CallHer booking={booking} />
      {booking.record && (
        <View className="card stack">
          <View className="heading">{record.mine}</View>
          {outcome && <View className="strong">{outcomeNames[outcome]}</View>}
          <View>{booking.record}</View>
        </View>
      )}
      {can.includes('record') && <RecordMeeting id={booking.id} onDone={onDone} />}
      <NextTime booking={booking} onDone={onDone} />
      {can.includes('miss') && <Miss booking={booking} onDone={onDone} />}
      <Unable booking={booking} onDone={onDone} />
    </>
  )
}
