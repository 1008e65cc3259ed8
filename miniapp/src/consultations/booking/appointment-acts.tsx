import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { abilities } from '@/core/device/abilities.ts'
import { platform } from '@/core/device/platform.ts'
import { goTo } from '@/core/go-to.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { Sure } from '../components/sure.tsx'
import { startWords } from '../when.ts'
import { bookingWords } from '../words.ts'
import { placeCode } from './place-code.ts'

const words = bookingWords.show

type Props = { booking: Booking; onDone: () => unknown }

/** Into the phone's own calendar; nobody who looks at it reads what it is about. */
const ToCalendar = ({ booking: { startsAt, endsAt, village, place } }: { booking: Booking }) => {
  const { addToCalendar } = abilities
  if (!addToCalendar) return null
  const add = async () => {
    const times = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }
    const where = bookingWords.place(village, place)
    if (await addToCalendar({ title: words.calendarTitle, where, ...times })) say(words.added)
  }
  return <Button words={words.calendar} icon="bell" onTap={add} />
}

const Cancel = ({ booking: { id, cancelUntil }, onDone }: Props) => {
  const now = useNow()
  const cancel = async () => {
    await call(bookingRoutes.cancelBooking, { id, eventId: await platform.newId() })
    await onDone()
    say(words.cancelled)
  }
  const until = cancelUntil ? `。${words.cancelUntil(startWords(cancelUntil, now))}` : ''
  return (
    <Sure
      words={words.cancel}
      icon="close"
      title={words.cancelTitle}
      hint={words.cancelHint + until}
      yes={words.cancelYes}
      no={words.keep}
      onYes={cancel}
    />
  )
}

/** What can be done with what is booked. */
export const AppointmentActs = (props: Props) => {
  const { id, can, state } = props.booking
  if (state !== 'booked' && !can.includes('cancel')) return null
  return (
    <View className="acts">
      {state === 'booked' && <ToCalendar booking={props.booking} />}
      {can.includes('move') && (
        <Button words={words.move} icon="clock" onTap={() => goTo(bookingPages.find, { move: id })} />
      )}
      {can.includes('cancel') && <Cancel {...props} />}
    </View>
  )
}

/** The poster's code says that she is there. */
export const Arrive = ({ booking: { id, can, mode }, onDone }: Props) => {
  const { scan } = abilities
  if (!scan || mode !== 'onsite' || !can.includes('arrive')) return null
  const arrive = async () => {
    const said = await scan()
    if (said === undefined) return
    const place = placeCode(said)
    if (!place) return say(words.noCode)
    await call(bookingRoutes.arriveAtBooking, { id, eventId: await platform.newId(), place })
    await onDone()
    say(words.arrived)
  }
  return (
    <View className="dock">
      <Button words={words.arrive} icon="pin" kind="main" onTap={arrive} />
    </View>
  )
}
