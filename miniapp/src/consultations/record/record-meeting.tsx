import { type MeetingOutcome, outcomeNames, outcomes } from '@huiyin/shared/consultations/booking-states.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { Writing } from '@/core/fields/writing.tsx'
import { useForm } from '@/core/sending/use-form.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { officeWords } from '../office-words.ts'

const words = officeWords.record
type Note = { words: string; outcome: MeetingOutcome | undefined }
const blank: Note = { words: '', outcome: undefined }

/** After the meeting: how it ended, and one sentence for himself. */
export const RecordMeeting = ({ id, onDone }: { id: string; onDone: () => unknown }) => {
  const { form, wrong, setWrong, put, drop } = useForm<Note>(`record.${id}`, blank)
  const save = async () => {
    const said = form.words.trim()
    if (!said || !form.outcome) return setWrong(words.need)
    const eventId = await platform.newId()
    await call(officeRoutes.recordBooking, { id, eventId, words: said, outcome: form.outcome })
    await drop()
    await onDone()
    say(words.saved)
  }
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      <View className="hint">{words.hint}</View>
      <Choices
        choices={outcomes.map(outcome => ({
          key: outcome,
          words: outcomeNames[outcome],
          on: form.outcome === outcome,
          onTap: () => put({ outcome }),
        }))}
      />
      <Field label={words.words} wrong={wrong}>
        <Writing
          size="few"
          label={words.words}
          value={form.words}
          placeholder={words.example}
          most={1000}
          bad={wrong !== undefined}
          onChange={text => put({ words: text })}
        />
      </Field>
      <Button words={words.save} icon="check" kind="main" onTap={save} />
    </View>
  )
}
