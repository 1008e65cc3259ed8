import type { Paragraph } from '@huiyin/shared/questions/adviser-desk.ts'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { Field } from '@/core/fields/field.tsx'
import { Writing } from '@/core/fields/writing.tsx'
import { useForm } from '@/core/sending/use-form.ts'
import { staffWords } from '../staff-words.ts'

const words = staffWords.paragraphs

type Props = {
  /** The one to change; without it a new one. */
  known?: Paragraph | undefined
  onSave: (paragraph: Paragraph) => Promise<unknown>
  onRemove: () => Promise<unknown>
  onClose: () => void
}

const useParagraph = ({ known, onSave, onRemove, onClose }: Props) => {
  const blank = { title: known?.title ?? '', words: known?.words ?? '' }
  const writing = useForm(`paragraph.${known?.id ?? 'new'}`, blank)
  const { draft, form, setWrong, drop } = writing
  const save = async () => {
    const [title, text] = [form.title.trim(), form.words.trim()]
    if (!title || !text) return setWrong(words.needBoth)
    if (!draft) return
    await onSave({ id: known?.id ?? draft.id, title, words: text })
    await drop()
    onClose()
  }
  const remove = async () => {
    await onRemove()
    await drop()
    onClose()
  }
  return { ...writing, save, remove }
}

/** One paragraph: its name and its words. Taking it away asks once more. */
export const ParagraphSheet = (props: Props) => {
  const { known, onClose } = props
  const { form, wrong, put, save, remove } = useParagraph(props)
  const [sure, setSure] = useState(false)
  const takeAway = () => (sure ? remove() : setSure(true))
  return (
    <Sheet
      title={known ? words.changeTitle : words.newTitle}
      onClose={onClose}
      foot={
        <>
          <Button words={words.save} kind="main" onTap={save} />
          {known && (
            <Button words={sure ? words.removeSure : words.remove} icon="trash" kind="grave" onTap={takeAway} />
          )}
        </>
      }
    >
      <Field label={words.title}>
        <View className="box">
          <Input
            className="line-input"
            value={form.title}
            maxlength={20}
            placeholder={words.titleExample}
            placeholderClass="placeholder"
            onInput={event => put({ title: event.detail.value })}
            {...spoken({ label: words.title })}
          />
        </View>
      </Field>
      <Field label={words.words} wrong={wrong}>
        <Writing label={words.words} value={form.words} most={1000} onChange={text => put({ words: text })} />
      </Field>
    </Sheet>
  )
}
