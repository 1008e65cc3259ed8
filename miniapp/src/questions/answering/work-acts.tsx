import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import type { Lease } from './use-lease.ts'
import { WordsSheet } from './words-sheet.tsx'

const { askBack, note, release } = staffWords.acts

type Props = {
  question: Question
  lease: Lease
  /** What he has written so far: it is kept for him before he lets go. */
  draft: string
  /** It left his hands. */
  onDone: (how: 'asked' | 'released') => Promise<unknown>
  onNoted: () => unknown
}

type Act = 'ask-back' | 'note' | 'release'

/** What each of them does under the lease. */
const doing = ({ question: { id }, lease, draft, onDone, onNoted }: Props) => {
  const { fence } = lease
  return {
    askedBack: async (eventId: string, words: string) => {
      await lease.keep(draft)
      await lease.watch(call(adviserRoutes.askBack, { id, eventId, fence, words }))
    },
    noted: async (eventId: string, words: string) => {
      await lease.watch(call(adviserRoutes.noteQuestion, { id, eventId, fence, words }))
      say(note.done)
      await onNoted()
    },
    released: async () => {
      await lease.keep(draft)
      await lease.watch(call(adviserRoutes.releaseQuestion, { id, eventId: await platform.newId(), fence }))
      await onDone('released')
    },
  }
}

const Opened = ({ act, onClose, ...props }: Props & { act: Act; onClose: () => void }) => {
  const { id } = props.question
  const { askedBack, noted, released } = doing(props)
  if (act === 'note')
    return <WordsSheet draftKind={`note-to-self.${id}`} {...note} most={500} onSend={noted} onClose={onClose} />
  if (act === 'release')
    return (
      <Sheet
        title={release.title}
        onClose={onClose}
        foot={
          <>
            <Button words={release.yes} icon="undo" kind="main" onTap={released} />
            <Button words={release.keep} onTap={onClose} />
          </>
        }
      >
        <View>{release.hint}</View>
      </Sheet>
    )
  const sent = () => props.onDone('asked')
  return (
    <WordsSheet
      draftKind={`ask-back.${id}`}
      {...askBack}
      most={500}
      onSend={askedBack}
      onSent={sent}
      onClose={onClose}
    />
  )
}

/** What else he may do with it beside answering. */
export const WorkActs = (props: Props) => {
  const [open, setOpen] = useState<Act>()
  const { can } = props.question
  return (
    <>
      <View className="acts">
        {can.includes('ask-back') && <Button words={askBack.verb} icon="inbox" onTap={() => setOpen('ask-back')} />}
        {can.includes('note') && <Button words={note.verb} icon="note" onTap={() => setOpen('note')} />}
        {can.includes('release') && <Button words={release.verb} icon="undo" onTap={() => setOpen('release')} />}
      </View>
      {open && <Opened {...props} act={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
