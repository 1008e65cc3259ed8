import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import { waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { askPermits } from '@/core/ask-permits.ts'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { dayWords, today } from '../when.ts'
import { bookingWords } from '../words.ts'

const words = bookingWords.waiting

type Props = {
  communityId: string
  adviserId?: string | undefined
  /** The first day on which something is free: she waits for an earlier one. Absent where nothing is. */
  before?: string | undefined
}

/** To be told when something becomes free. Who waits for this village already needs no button. */
export const JoinWaitlist = ({ communityId, adviserId, before }: Props) => {
  const { data } = useCall(waitlistRoutes.listWaitlist, {})
  const refresh = useRefresh()
  useEffect(() => void readPermits(), [])
  const join = async () => {
    const from = today(platform.now())
    const until = before ? dayAfter(before, -1) : dayAfter(from, bookingLimits.usualWaitDays)
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
      <Button words={before ? words.earlier : words.join} icon="bell" kind={before ? 'plain' : 'main'} onTap={tapped} />
      <View className="hint">{before ? words.earlierHint(dayWords(before, platform.now())) : words.hint}</View>
    </View>
  )
}
