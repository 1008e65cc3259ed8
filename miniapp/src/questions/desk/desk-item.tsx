import type { DeskItem as Item } from '@huiyin/shared/questions/adviser-desk.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { goTo } from '@/core/go-to.ts'
import { call } from '@/core/sending/wire.ts'
import { QueueFacts, queueLook } from '../answering/queue-item.tsx'
import { WordsSheet } from '../answering/words-sheet.tsx'
import { AssignSheet } from './assign-sheet.tsx'
import { townshipWords } from './township-words.ts'

const words = townshipWords.desk

type Props = { item: Item; township: string; onChanged: () => unknown; onRead: (question: Question) => void }

/** The township may take it itself once it has come so far, or is a matter of danger. */
const mayTake = ({ circle, holder }: Item) => !holder && (circle === 'township' || circle === 'duty')

/** One unanswered question on the township's desk, without a word of it. */
export const DeskItem = ({ item, township, onChanged, onRead }: Props) => {
  const [open, setOpen] = useState<'assign' | 'read'>()
  const close = () => setOpen(undefined)
  const read = (eventId: string, reason: string) => call(adviserRoutes.readQuestion, { id: item.id, eventId, reason })
  return (
    <View className={queueLook(item)}>
      <QueueFacts item={item} />
      <View className="row">
        <Icon name="person" />
        <Text className="grow">{item.holder ? words.holder(item.holder) : words.nobody}</Text>
      </View>
      <View className="acts">
        <Button words={words.assign} icon="pass" kind="main" onTap={() => setOpen('assign')} />
        {mayTake(item) && (
          <Button words={words.take} icon="check" onTap={() => goTo(questionPages.card, { id: item.id })} />
        )}
        <Button words={words.read} icon="eye" onTap={() => setOpen('read')} />
      </View>
      {open === 'assign' && <AssignSheet id={item.id} township={township} onDone={onChanged} onClose={close} />}
      {open === 'read' && (
        <WordsSheet
          draftKind={`look.${item.id}`}
          title={words.readTitle}
          hint={words.readHint}
          phrases={words.reasons}
          label={words.reasonLabel}
          most={60}
          send={words.readGo}
          onSend={read}
          onSent={onRead}
          onClose={close}
        />
      )}
    </View>
  )
}
