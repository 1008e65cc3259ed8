import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { officeWords } from '../office-words.ts'
import { bookingWords } from '../words.ts'

const words = officeWords.walkIn
const lengths = [15, 20, 30, 45, 60] as const

type Props = { places: OfficePlace[]; onDone: () => unknown; onClose: () => void }

/** Somebody is at the door: takes the next minutes as a booking would. */
export const WalkInSheet = ({ places, onDone, onClose }: Props) => {
  const [placeId, setPlaceId] = useState(places[0]?.id)
  const [minutes, setMinutes] = useState<number>(30)
  const add = async () => {
    if (!placeId) return
    const startsAt = new Date(Math.floor(platform.now() / 60_000) * 60_000).toISOString()
    try {
      await call(officeRoutes.addWalkIn, { id: await platform.newId(), placeId, startsAt, minutes })
    } catch (failed) {
      if (problemOf(failed).code !== 'slot-taken') throw failed
      return say(words.taken)
    }
    onClose()
    await onDone()
    say(words.saved)
  }
  const where = places.map(({ id, village, name }) => ({
    key: id,
    words: bookingWords.place(village, name),
    on: id === placeId,
    onTap: () => setPlaceId(id),
  }))
  const howLong = lengths.map(length => ({
    key: String(length),
    words: officeWords.minutes(length),
    on: length === minutes,
    onTap: () => setMinutes(length),
  }))
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="hint">{places.length > 0 ? words.hint : `${words.noPlace}，${words.noPlaceHint}`}</View>
      {places.length > 1 && (
        <Field label={words.place}>
          <Choices choices={where} />
        </Field>
      )}
      <Field label={words.minutes}>
        <Choices choices={howLong} />
      </Field>
      <Button words={words.save} kind="main" disabled={!placeId} onTap={add} />
    </Sheet>
  )
}
