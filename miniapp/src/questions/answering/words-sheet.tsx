import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { Field } from '@/core/fields/field.tsx'
import { Writing } from '@/core/fields/writing.tsx'
import { useDraft } from '@/core/sending/use-draft.ts'
import { staffWords } from '../staff-words.ts'
import '@/core/fields/choices.css'

const sheetWords = staffWords.sheet

type Props<T> = {
  /** Names the draft, so that what was typed is still there after a call or a kill. */
  draftKind: string
  title: string
  hint: string
  phrases?: readonly string[] | undefined
  label?: string | undefined
  most: number
  send: string
  onSend: (eventId: string, words: string) => Promise<T>
  /** Instead of closing, once it is sent. */
  onSent?: ((answer: T) => unknown) | undefined
  onClose: () => void
}

/** A few words that go with a move; kept as a draft until the server has them. */
export const WordsSheet = <T,>(props: Props<T>) => {
  const { draftKind, title, hint, phrases = [], label = sheetWords.label, most, send, onClose } = props
  const { draft, change, drop } = useDraft(draftKind, { words: '' })
  const [wrong, setWrong] = useState<string>()
  const words = draft?.form.words ?? ''
  const put = (text: string) => {
    setWrong(undefined)
    change({ words: text.slice(0, most) })
  }
  const sent = async () => {
    if (!words.trim()) return setWrong(sheetWords.need)
    if (!draft) return
    const answer = await props.onSend(draft.id, words.trim())
    await drop()
    await (props.onSent ? props.onSent(answer) : onClose())
  }
  return (
    <Sheet title={title} onClose={onClose} foot={<Button words={send} kind="main" onTap={sent} />}>
      <View className="hint">{hint}</View>
      {phrases.length > 0 && (
        <View className="filters">
          {phrases.map(phrase => (
            <Tap key={phrase} className="filter" label={phrase} onTap={() => put(words + phrase)}>
              <Text>{phrase}</Text>
            </Tap>
          ))}
        </View>
      )}
      <Field label={label} wrong={wrong}>
        <Writing label={label} value={words} most={most} bad={!!wrong} onChange={put} />
      </Field>
    </Sheet>
  )
}
