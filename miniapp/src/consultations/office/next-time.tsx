import type { Booking, FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { FreeTimes } from '../booking/free-times.tsx'
import { useTaken } from '../booking/taken.ts'
import { officeWords } from '../office-words.ts'

const words = officeWords.next

type Props = { booking: Booking; onDone: () => unknown }

/** 再约一次: one of his times, kept for her until she confirms it. */
export const NextTime = ({ booking: { id, communityId, adviser, can }, onDone }: Props) => {
  const [open, setOpen] = useState(false)
  const { taken, attempt } = useTaken()
  if (!can.includes('propose')) return null
  const propose = ({ communityId, startsAt }: FreeSlot) =>
    attempt(async () => {
      await call(officeRoutes.proposeNext, { id, eventId: await platform.newId(), communityId, startsAt })
      setOpen(false)
      await onDone()
      say(words.proposed)
    })
  return (
    <>
      <Button words={words.open} icon="clock" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={words.open} onClose={() => setOpen(false)}>
          <View className="hint">{taken ? words.gone(taken.title) : words.hint}</View>
          <FreeTimes
            communityId={communityId}
            adviserId={adviser.id}
            wide={false}
            own
            lecture={false}
            onPick={propose}
          />
        </Sheet>
      )}
    </>
  )
}
