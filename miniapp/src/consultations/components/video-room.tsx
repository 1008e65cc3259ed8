import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { callEnd, callFrom } from '@huiyin/shared/consultations/booking-clock.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { meetingWords } from '../record/meeting-words.ts'
import { video } from '../video.ts'

const words = meetingWords.video

/** Where it does not come about: by telephone, at the number that he has published. */
const ByPhone = ({ phone }: { phone: string | null }) =>
  phone ? <Button words={words.phone} icon="phone" onTap={() => platform.telephone(phone)} /> : null

const Waiting = ({ phone }: { phone: string | null }) => {
  const [able, setAble] = useState<boolean>()
  useEffect(() => void Promise.resolve(video?.answer()).then(can => setAble(can === true)), [])
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      <Notice icon={able === false ? 'alert' : 'eye'} tone={able === false ? 'late' : 'going'}>
        {able === false ? words.unable : words.wait}
      </Notice>
      <ByPhone phone={phone} />
    </View>
  )
}

/** The resident's side: around the time she stays on this page, and he calls. */
export const VideoRoom = ({ booking }: { booking: Booking }) => {
  const { mode, state, startsAt, endsAt, phone } = booking
  const now = useNow()
  const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
  const on = now >= callFrom(span).getTime() && now < callEnd(span).getTime()
  return mode === 'video' && state === 'booked' && on ? <Waiting phone={phone} /> : null
}

/** The lawyer's side: he calls. */
export const CallAsker = ({ booking: { id, can } }: { booking: Booking }) => {
  if (!can.includes('call')) return null
  const ring = async () => {
    const parties = await call(officeRoutes.getVideoCall, { id })
    if (!(await video?.call(parties))) say(words.notThere)
  }
  if (!video) return <Notice icon="eye">{words.inWechat}</Notice>
  return <Button words={words.call} icon="eye" kind="main" onTap={ring} />
}
