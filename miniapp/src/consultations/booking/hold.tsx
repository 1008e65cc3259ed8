import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { span } from '@/core/time.ts'
import { say } from '@/core/toast.ts'
import { bookingWords } from '../words.ts'

const words = bookingWords.book

/** How long the time is kept for her, in words, and longer with one tap. */
export const Hold = ({ booking, onChanged }: { booking: Booking; onChanged: () => unknown }) => {
  // Counted from this very moment: what was just made longer is not measured against the last half minute.
  useNow()
  const left = Date.parse(booking.holdUntil ?? booking.startsAt) - platform.now()
  const over = booking.state === 'expired' || left <= 0
  const extend = async () => {
    await call(bookingRoutes.extendHold, { id: booking.id, eventId: await platform.newId() })
    await onChanged()
    say(words.extended)
  }
  if (over)
    return (
      <Notice icon="clock" tone="late">
        <View className="strong">{words.over}</View>
        <View>{words.overHint}</View>
      </Notice>
    )
  return (
    <Notice icon="clock" tone="wait">
      <View className="row wrap apart">
        <View>
          <View className="strong">{words.left(span(left))}</View>
          <View className="small">{words.held}</View>
        </View>
        {booking.can.includes('extend') && <Button words={words.extend} kind="quiet" onTap={extend} />}
      </View>
    </Notice>
  )
}
