import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Passed } from '@/core/components/passed.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { Field } from '@/core/fields/field.tsx'
import { VoiceTextarea } from '@/core/fields/voice-textarea.tsx'
import { PhotoPicker } from '@/core/photos/photo-picker.tsx'
import { useUploads } from '@/core/photos/use-photos.ts'
import { useForm } from '@/core/sending/use-form.ts'
import { discardFile } from '@/core/sending/wire.ts'
import { staffWords } from '../staff-words.ts'
import { Phrases } from './phrases.tsx'
import '@/core/fields/choices.css'

const words = staffWords.sheet

export type ActForm = { words: string; photoIds: string[]; staffOnly: boolean }
const blank: ActForm = { words: '', photoIds: [], staffOnly: false }

type Props = {
  /** Names the draft, so that what was typed is still there after a call or a kill. */
  draftKind: string
  title: string
  hint?: string | undefined
  phrases?: readonly string[] | undefined
  /** `must`: cannot be sent without. */
  text: 'must' | 'may'
  photos?: 'must' | 'may' | undefined
  /** Why a photo that must be there is missing; `below` asks for it. */
  excused?: boolean | undefined
  below?: ReactNode
  staffOnly?: boolean | undefined
  sendWords?: string | undefined
  /** The longest text; as the contract has it. */
  most?: number | undefined
  /** The matter has moved on: it cannot be sent any more. */
  passed?: boolean | undefined
  /** What else is missing before it can be sent. */
  lacks?: string | undefined
  onSend: (eventId: string, form: ActForm) => Promise<unknown>
  onClose: () => void
  children?: ReactNode
}

const StaffOnly = ({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) => (
  <Tap
    className={on ? 'choice on' : 'choice'}
    role="checkbox"
    checked={on}
    label={words.staffOnly}
    onTap={() => onChange(!on)}
  >
    <View className="tick">{on && <Icon name="check" />}</View>
    <Text>{words.staffOnly}</Text>
  </Tap>
)

/** What is missing before it can be sent. */
const lacking = (props: Props, form: ActForm, pending: boolean) => {
  const silent = !form.words.trim()
  const unseen = form.photoIds.length === 0
  if (props.lacks) return props.lacks
  if (props.text === 'must' && silent) return words.needWords
  if (props.photos === 'must' && unseen && !props.excused) return words.needPhoto
  if (props.text === 'may' && props.photos === 'may' && silent && unseen) return words.needWords
  return pending ? words.uploading : undefined
}

/** What he writes, and its going out. */
const useActing = (props: Props) => {
  const acting = useForm<ActForm>(props.draftKind, blank)
  const { draft, form, setWrong, drop } = acting
  const [going, setGoing] = useState(false)
  const pending = useUploads(form.photoIds).some(upload => upload.state !== 'sent')
  const send = async () => {
    const missing = lacking(props, form, pending)
    setWrong(missing)
    if (missing || !draft) return
    setGoing(true)
    try {
      await props.onSend(draft.id, { ...form, words: form.words.trim() })
    } catch (failed) {
      setGoing(false)
      throw failed
    }
    for (const id of form.photoIds) discardFile(id)
    await drop()
    props.onClose()
  }
  // What goes out moves the matter on itself.
  return { ...acting, send, passed: props.passed && !going }
}

/** Words, photos or both that go with a move; kept as a draft until the server has them. */
export const ActSheet = (props: Props) => {
  const { form, wrong, put, send, passed } = useActing(props)
  const addPhrase = (phrase: string) => put({ words: form.words ? `${form.words}，${phrase}` : phrase })
  const { phrases = [] } = props
  return (
    <Sheet
      title={props.title}
      onClose={props.onClose}
      foot={<Button words={props.sendWords ?? words.send} kind="main" disabled={passed} onTap={send} />}
    >
      {passed && <Passed kept />}
      {props.hint && <View className="hint">{props.hint}</View>}
      {props.children}
      {props.photos && (
        <Field label={props.photos === 'must' ? words.afterPhotos : words.photos}>
          <PhotoPicker
            ids={form.photoIds}
            most={9}
            camera={props.photos === 'must'}
            onChange={photoIds => put({ photoIds })}
          />
        </Field>
      )}
      {props.photos && form.photoIds.length === 0 && props.below}
      {phrases.length > 0 && <Phrases phrases={phrases} written={form.words} onUse={addPhrase} />}
      <Field label={props.text === 'must' ? words.words : words.extra} wrong={wrong}>
        <VoiceTextarea
          label={words.words}
          value={form.words}
          most={props.most ?? (props.text === 'must' ? 500 : 200)}
          onChange={text => put({ words: text })}
        />
      </Field>
      {props.staffOnly && <StaffOnly on={form.staffOnly} onChange={staffOnly => put({ staffOnly })} />}
    </Sheet>
  )
}
