import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { dayAfter } from '@huiyin/shared/consultations/slots.ts'
import { waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '../../core/components/button.tsx'
import { askPermits, readPermits } from '../../core/permits.ts'
import { platform } from '../../core/platform.ts'
import { useCall, useRefresh } from '../../core/query.tsx'
import { say } from '../../core/toast.ts'
import { problemOf } from '../../core/trouble.ts'
import { call } from '../../core/wire.ts'
import { today } from '../when.ts'
import { bookingWords } from '../words.ts'

const words = bookingWords.waiting
const days = 14

type Props = { communityId: string; adviserId?: string | undefined }

/** Where nothing is free: to be told when something is. Who waits for this village already needs no button. */
export const JoinWaitlist = ({ communityId, adviserId }: Props) => {
  const { data } = useCall(waitlistRoutes.listWaitlist, {})
  const refresh = useRefresh()
  useEffect(() => void readPermits(), [])
  const join = async () => {
    const from = today(platform.now())
    const until = dayAfter(from, days)
    try {
      const id = await platform.newId()
      await call(waitlistRoutes.joinWaitlist, { id, communityId, from, until, ...(adviserId && { adviserId }) })
      say(words.joined)
    } catch (failed) {
      // Here the refusal means that she waits already, on another phone perhaps.
      if (problemOf(failed).code !== 'too-many-bookings') throw failed
      say(words.already)
    } finally {
      refresh(waitlistRoutes.listWaitlist, bookingRoutes.listSlots)
    }
  }
  // Nothing may be awaited before the question: WeChat only asks inside the tap.
  const tapped = () => askPermits(['progress']).then(join)
  if (!data || data.items.some(it => it.communityId === communityId)) return null
  return (
    <View className="stack">
      <Button words={words.join} icon="bell" kind="main" onTap={tapped} />
      <View className="hint">{words.hint}</View>
    </View>
  )
}
