import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { Faces, type Rating } from '@/core/fields/faces.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { Sure } from '../components/sure.tsx'
import { meetingWords } from './meeting-words.ts'

const words = meetingWords.took

/** Her word on whether it took place: only what she confirms counts as a service. */
export const TookPlace = ({ booking: { id, can }, onDone }: { booking: Booking; onDone: () => unknown }) => {
  const [rating, setRating] = useState<Rating>()
  if (!can.includes('deny')) return null
  const over = can.includes('confirm')
  const tell = async (happened: boolean) => {
    const rated = happened && rating ? { rating } : {}
    await call(bookingRoutes.tellTookPlace, { id, eventId: await platform.newId(), happened, ...rated })
    await onDone()
    say(words.thanks)
  }
  return (
    <View className="card stack">
      <View className="heading">{over ? words.title : words.waiting}</View>
      <View className="hint">{over ? words.hint : words.waitingHint}</View>
      {over && (
        <>
          <Faces names={words.ratings} choosing chosen={rating} onTap={setRating} />
          <Button words={words.yes} icon="check" kind="main" onTap={() => tell(true)} />
        </>
      )}
      <Sure
        words={over ? words.no : words.notThere}
        title={words.noTitle}
        hint={words.noHint}
        yes={words.noYes}
        no={words.back}
        onYes={() => tell(false)}
      />
    </View>
  )
}
