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

const toChoices = <T extends string | number>(
  all: readonly T[],
  now: T | undefined,
  wordsOf: (one: T) => string,
  pick: (one: T) => void,
) => all.map(one => ({ key: String(one), words: wordsOf(one), on: one === now, onTap: () => pick(one) }))

/** Somebody has walked in: takes the next minutes as a booking would. */
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
  const nameOf = (id: string) => places.filter(it => it.id === id).map(it => bookingWords.place(it.village, it.name))[0]
  const where = toChoices(
    places.map(it => it.id),
    placeId,
    id => nameOf(id) ?? '',
    setPlaceId,
  )
  const howLong = toChoices(lengths, minutes, officeWords.minutes, setMinutes)
  const save = <Button words={words.save} kind="main" disabled={!placeId} onTap={add} />
  return (
    <Sheet title={words.title} onClose={onClose} foot={save}>
      <View className="hint">{places.length > 0 ? words.hint : `${words.noPlace}，${words.noPlaceHint}`}</View>
      {places.length > 1 && (
        <Field label={words.place}>
          <Choices choices={where} />
        </Field>
      )}
      <Field label={words.minutes}>
        <Choices choices={howLong} />
      </Field>
    </Sheet>
  )
}
