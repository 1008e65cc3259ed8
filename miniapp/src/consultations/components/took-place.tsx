import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Faces, type Rating } from '@/core/components/faces.tsx'
import { platform } from '@/core/platform.ts'
import { say } from '@/core/toast.ts'
import { call } from '@/core/wire.ts'
import { meetingWords } from '../meeting-words.ts'
import { Sure } from './sure.tsx'

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
