import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../core/components/button.tsx'
import { platform } from '../../core/platform.ts'
import { say } from '../../core/toast.ts'
import { call } from '../../core/wire.ts'
import { officeWords } from '../office-words.ts'

const words = officeWords.calendar

/** The secret address of his calendar: each tap makes a new one. It is shown only where it could not be copied. */
export const CalendarCard = () => {
  const [shown, show] = useState<string>()
  const copy = async () => {
    const { url } = await call(recordRoutes.renewCalendar, {})
    const copied = await platform.copy(url)
    show(copied ? undefined : url)
    say(copied ? words.copied : words.byHand)
  }
  const end = async () => {
    await call(recordRoutes.endCalendar, {})
    show(undefined)
    say(words.ended)
  }
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      <View>{words.hint}</View>
      <View className="hint">{words.again}</View>
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
