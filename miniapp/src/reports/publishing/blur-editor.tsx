import type { PublicationDesk } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { Tick } from '@/core/fields/tick.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { coreWords } from '@/core/words.ts'
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

type PreviewProps = { desk: PublicationDesk; choices: Choices; onBack: () => void; onSend: () => Promise<void> }

/** How it will look, and the one question: can anybody still be made out? */
const Preview = ({ desk, choices, onBack, onSend }: PreviewProps) => {
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
          <View className="heading">{coreWords.photos[side]}</View>
          <BlurPicture
            id={`preview-${side}`}
            url={desk[side].find(it => it.photo.id === choices[side].photoId)?.photo.url ?? ''}
            label={`${coreWords.photos[side]} ${words.parts(choices[side].rects.length)}`}
            rects={choices[side].rects}
          />
        </View>
      ))}
      <Tick words={words.looked} on={looked} onChange={setLooked} />
      {wrong && <View className="wrong">{wrong}</View>}
      <View className="dock">
        <Button words={words.edit} icon="pencil" onTap={onBack} />
        <Button words={words.send} icon="check" kind="main" onTap={send} />
      </View>
    </>
  )
}

type Props = { id: string; desk: PublicationDesk; onDone: () => unknown }

/** From the photos that passed to what everybody may see. */
export const BlurEditor = ({ id, desk, onDone }: Props) => {
  const [choices, setChoices] = useState<Choices>({ before: firstPassed(desk.before), after: firstPassed(desk.after) })
  const [preview, setPreview] = useState(false)
  const full = choices.before.rects.length + choices.after.rects.length >= reportLimits.rects
  const send = async () => {
    const photos = sides.map(side => ({ side, ...choices[side] }))
    await call(publicationRoutes.publishReport, { id, eventId: await platform.newId(), photos, looked: true })
    say(words.sent)
    await onDone()
  }
  if (preview) return <Preview {...{ desk, choices, onBack: () => setPreview(false), onSend: send }} />
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
      <View className="dock">
        <Button words={words.preview} icon="eye" kind="main" onTap={() => setPreview(true)} />
      </View>
    </>
  )
}
