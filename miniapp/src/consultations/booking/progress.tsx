import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { Timeline } from '@/core/components/timeline.tsx'
import { dayAndTime } from '@/core/time.ts'
import { bookingWords } from '../words.ts'
import { stepsOf } from './booking-steps.ts'

/** How far it is. */
export const Progress = ({ booking }: { booking: Booking }) => {
  const now = useNow()
  const steps = stepsOf(booking)
  if (steps.length === 0) return null
  return (
    <View className="card stack">
      <View className="heading">{bookingWords.show.steps}</View>
      <Timeline
        steps={steps.map(({ at, name, ...step }, n) => ({
          ...step,
          name,
          key: n,
          inside: at && <View className="small soft">{dayAndTime(at, now)}</View>,
        }))}
      />
    </View>
  )
}
