import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { abilities } from '@/core/device/abilities.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { officeWords } from '../office-words.ts'
import { PickField } from './pick-field.tsx'

const words = officeWords.calendar

type Calendar = { id: string; name: string }
/** His own days; the others are villages. */
const mine: Calendar = { id: '', name: words.mine }

type Props = { villages: readonly Calendar[]; own?: boolean }

/** The address of the calendar that is chosen; `shown` only where it could not be copied. */
const useAddress = (first: string) => {
  const [whose, setWhose] = useState(first)
  const [shown, show] = useState<string>()
  const asked = whose ? { communityId: whose } : {}
  const pick = (id: string) => {
    setWhose(id)
    show(undefined)
  }
  const copy = async () => {
    const { url } = await call(recordRoutes.renewCalendar, asked)
    const copied = await abilities.copy(url)
    show(copied ? undefined : url)
    say(copied ? words.copied : words.byHand)
  }
  const end = async () => {
    await call(recordRoutes.endCalendar, asked)
    show(undefined)
    say(words.ended)
  }
  return { whose, shown, pick, copy, end }
}

/** The secret address of a calendar, his own or a village's: each tap makes a new one. */
export const CalendarCard = ({ villages, own = false }: Props) => {
  const calendars = [...(own ? [mine] : []), ...villages]
  const { whose, shown, pick, copy, end } = useAddress(calendars[0]?.id ?? '')
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      <View>{words.hint}</View>
      <View className="hint">{words.again}</View>
      {calendars.length > 1 && (
        <PickField
          first
          label={words.whose}
          value={whose}
          options={calendars.map(it => it.id)}
          wordsOf={id => calendars.find(it => it.id === id)?.name ?? ''}
          onPick={pick}
        />
      )}
      {shown && (
        <>
          <View className="hint">{words.byHand}</View>
          <Text className="address" userSelect>
            {shown}
          </Text>
        </>
      )}
      <View className="acts">
        <Button words={words.copy} icon="note" onTap={copy} />
        <Button words={words.end} label={words.endSpoken} kind="quiet" onTap={end} />
      </View>
    </View>
  )
}
