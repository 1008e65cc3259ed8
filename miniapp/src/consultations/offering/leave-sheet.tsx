import { dayAfter, midnightOf } from '@huiyin/shared/consultations/days.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { officeWords } from '../office-words.ts'
import { dayWords, today } from '../when.ts'
import { PickField } from './pick-field.tsx'

const words = officeWords.leave
/** Hours of a day in Shanghai. */
const parts = { all: [0, 24], morning: [0, 12], afternoon: [12, 18], evening: [18, 24] } as const
type Part = keyof typeof parts
const partNames = Object.keys(parts) as Part[]
const daysAhead = 40

const at = (day: string, hour: number) => new Date(midnightOf(day).getTime() + hour * 3_600_000).toISOString()

type Props = { of?: { id: string; name: string } | undefined; onDone: () => unknown; onClose: () => void }

/** From which day to which, and which part of it where it is one day. */
const useSpan = (now: number) => {
  const [from, setFrom] = useState(today(now))
  const [to, setTo] = useState(from)
  const [part, setPart] = useState<Part>('all')
  const begin = (day: string) => {
    setFrom(day)
    if (to < day) setTo(day)
  }
  const oneDay = from === to
  const [first, last] = parts[oneDay ? part : 'all']
  const span = { startsAt: at(from, first), endsAt: at(to, last) }
  return { from, to, part, oneDay, span, begin, setTo, setPart }
}

const Parts = ({ part, onPick }: { part: Part; onPick: (part: Part) => void }) => (
  <Field label={words.part}>
    <Choices
      choices={partNames.map(name => ({
        key: name,
        words: words.parts[name],
        on: name === part,
        onTap: () => onPick(name),
      }))}
    />
  </Field>
)

/** From when to when he is away, himself or the one that the office enters; two taps, for what was booked is called off. */
export const LeaveSheet = ({ of, onDone, onClose }: Props) => {
  const now = platform.now()
  const { from, to, part, oneDay, span, begin, setTo, setPart } = useSpan(now)
  const [sure, setSure] = useState(false)
  const days = Array.from({ length: daysAhead }, (_, n) => dayAfter(today(now), n))
  const unsure = (pick: (day: string) => void) => (day: string) => {
    setSure(false)
    pick(day)
  }
  const save = async () => {
    const id = await platform.newId()
    const { calledOff } = await call(officeRoutes.addLeave, { id, ...(of && { adviserId: of.id }), ...span })
    onClose()
    await onDone()
    say(words.saved(calledOff))
  }
  const named = (day: string) => dayWords(day, now)
  const ends = days.filter(day => day >= from)
  return (
    <Sheet
      title={of ? words.titleOf(of.name) : words.title}
      onClose={onClose}
      foot={
        sure ? (
          <Button words={words.sure} kind="grave" onTap={save} />
        ) : (
          <Button words={words.save} kind="main" onTap={() => setSure(true)} />
        )
      }
    >
      <View className="hint">{words.hint}</View>
      <View className="card list">
        <PickField first label={words.from} value={from} options={days} wordsOf={named} onPick={unsure(begin)} />
        <PickField label={words.to} value={to} options={ends} wordsOf={named} onPick={unsure(setTo)} />
      </View>
      {oneDay && <Parts part={part} onPick={setPart} />}
    </Sheet>
  )
}
