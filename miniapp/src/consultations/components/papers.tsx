import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { type ChosenFiles, FilePicker } from '@/core/photos/file-picker.tsx'
import { SealedFiles } from '@/core/photos/sealed-files.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { meetingWords } from '../record/meeting-words.ts'

const words = meetingWords.papers
const none: ChosenFiles = { photoIds: [], papers: [] }

type Props = { booking: Booking; onDone: () => unknown }

const Adding = ({ booking: { id }, onDone, onClose }: Props & { onClose: () => void }) => {
  const [chosen, setChosen] = useState(none)
  const fileIds = [...chosen.photoIds, ...chosen.papers.map(paper => paper.id)]
  const attach = async () => {
    await call(bookingRoutes.attachFiles, { id, eventId: await platform.newId(), fileIds })
    onClose()
    await onDone()
    say(words.attached)
  }
  return (
    <>
      <FilePicker
        {...chosen}
        most={bookingLimits.files}
        onChange={part => setChosen(known => ({ ...known, ...part }))}
      />
      <Button words={words.attach} icon="check" kind="main" disabled={fileIds.length === 0} onTap={attach} />
    </>
  )
}

/** What belongs to the meeting on paper: what she brings, what he gives her. */
export const Papers = ({ booking, onDone }: Props) => {
  const [adding, setAdding] = useState(false)
  const { files, can, reader } = booking
  const addable = can.includes('attach')
  if (files.length === 0 && !addable) return null
  const [ofAsker, ofAdviser] = [
    files.filter(it => it.mine === (reader === 'asker')),
    files.filter(it => it.mine !== (reader === 'asker')),
  ]
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      {files.length === 0 && !adding && <View className="hint">{words.hints[reader]}</View>}
      {ofAsker.length > 0 && <View className="small soft">{words.ofAsker[reader]}</View>}
      <SealedFiles files={ofAsker} />
      {ofAdviser.length > 0 && <View className="small soft">{words.ofAdviser[reader]}</View>}
      <SealedFiles files={ofAdviser} />
      {addable && !adding && <Button words={words.add} icon="plus" onTap={() => setAdding(true)} />}
      {adding && <Adding booking={booking} onDone={onDone} onClose={() => setAdding(false)} />}
    </View>
  )
}
