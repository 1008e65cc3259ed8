import type { PublicationDesk } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { Field } from '@/core/fields/field.tsx'
import { Tick } from '@/core/fields/tick.tsx'
import { VoiceTextarea } from '@/core/fields/voice-textarea.tsx'
import { tileWords } from '@/core/photos/photo-words.ts'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { BlurPicture } from './blur-picture.tsx'
import { BlurSide, type Choice, type OfferedPhoto } from './blur-side.tsx'
import { publicationWords } from './publication-words.ts'

const words = publicationWords.publish
const sides = ['before', 'after'] as const
type Choices = Record<(typeof sides)[number], Choice>

const firstPassed = (offered: OfferedPhoto[]): Choice => ({
  photoId: offered.find(it => it.check === 'pass')?.photo.id ?? '',
  rects: [],
})

type PreviewProps = {
  desk: PublicationDesk
  choices: Choices
  text: string
  onBack: () => void
  onSend: () => Promise<void>
}

/** How it will look, and the one question: can anybody still be made out? */
const Preview = ({ desk, choices, text, onBack, onSend }: PreviewProps) => {
  const [looked, setLooked] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const send = () => {
    setWrong(looked ? undefined : words.needLooked)
    return looked ? onSend() : undefined
  }
  return (
    <>
      <View>{words.previewLead}</View>
      {sides.map(side => (
        <View key={side} className="card stack">
          <View className="heading">{tileWords[side]}</View>
          <BlurPicture
            id={`preview-${side}`}
            url={desk[side].find(it => it.photo.id === choices[side].photoId)?.photo.url ?? ''}
            label={`${tileWords[side]} ${words.parts(choices[side].rects.length)}`}
            rects={choices[side].rects}
          />
        </View>
      ))}
      {text && <View className="card">{text}</View>}
      <Tick words={words.looked} on={looked} onChange={setLooked} />
      {wrong && <View className="wrong">{wrong}</View>}
      <View className="dock">
        <Button words={words.edit} icon="pencil" onTap={onBack} />
        <Button words={words.send} icon="check" kind="main" onTap={send} />
      </View>
    </>
  )
}

type TextProps = { desk: PublicationDesk; text: string; wrong: string | undefined; onChange: (text: string) => void }

/** What was done, as it was written at the end, to be made fit for everybody. */
const PublicText = ({ desk, text, wrong, onChange }: TextProps) =>
  desk.words === null ? (
    <View className="hint">{words.noWords}</View>
  ) : (
    <View className="card">
      <Field label={words.words} hint={words.wordsHint} wrong={wrong}>
        <VoiceTextarea
          label={words.words}
          value={text}
          most={reportLimits.publicWords}
          placeholder={words.wordsExample}
          bad={wrong !== undefined}
          onChange={onChange}
        />
      </Field>
    </View>
  )

/** Why the words cannot be shown as they are, in one line; undefined for every other trouble. */
const wrongWords = (failed: unknown): string | undefined => {
  const { code, title, detail, fields } = problemOf(failed)
  if (code !== 'still-recognisable' && code !== 'words-not-passed') return undefined
  return `${title}。${fields?.[0]?.message ?? detail}`
}

type Props = { id: string; desk: PublicationDesk; onDone: () => unknown }

/** What is going to be shown, and its going out. */
const useEditing = ({ id, desk, onDone }: Props) => {
  const [choices, setChoices] = useState<Choices>({ before: firstPassed(desk.before), after: firstPassed(desk.after) })
  const [preview, setPreview] = useState(false)
  const [text, setText] = useState((desk.words ?? '').slice(0, reportLimits.publicWords))
  const [wrong, setWrong] = useState<string>()
  const write = (next: string) => {
    setWrong(undefined)
    setText(next)
  }
  const send = async () => {
    const photos = sides.map(side => ({ side, ...choices[side] }))
    const input = {
      id,
      eventId: await platform.newId(),
      photos,
      words: text.trim() || undefined,
      looked: true as const,
    }
    try {
      await call(publicationRoutes.publishReport, input)
    } catch (failed) {
      const why = wrongWords(failed)
      if (!why) throw failed
      setWrong(why)
      return setPreview(false)
    }
    say(words.sent)
    await onDone()
  }
  return { choices, setChoices, preview, setPreview, text, wrong, write, send }
}

/** From the photos that passed, and what was written, to what everybody may see. */
export const BlurEditor = (props: Props) => {
  const { desk } = props
  const { choices, setChoices, preview, setPreview, text, wrong, write, send } = useEditing(props)
  const full = choices.before.rects.length + choices.after.rects.length >= reportLimits.rects
  if (preview) return <Preview {...{ desk, choices, text, onBack: () => setPreview(false), onSend: send }} />
  return (
    <>
      <View>{words.lead}</View>
      {sides.map(side => (
        <BlurSide
          key={side}
          {...{ side, full, offered: desk[side], choice: choices[side] }}
          onChange={choice => setChoices({ ...choices, [side]: choice })}
        />
      ))}
      <PublicText {...{ desk, text, wrong, onChange: write }} />
      <View className="dock">
        <Button words={words.preview} icon="eye" kind="main" onTap={() => setPreview(true)} />
      </View>
    </>
  )
}
