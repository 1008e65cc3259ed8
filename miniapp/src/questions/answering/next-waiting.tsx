import type { Person } from '@huiyin/shared/people/person.ts'
import type { HeldItem, QueueItem } from '@huiyin/shared/questions/adviser-desk.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { queueRoutes } from '@huiyin/shared/questions/queue-routes.ts'
import { topicNames } from '@huiyin/shared/questions/topics.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Deadline, useNow } from '@/core/components/deadline.tsx'
import { NextCard } from '@/core/components/next-card.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { goTo } from '@/core/go-to.ts'
import type { Next } from '@/core/manifest.ts'
import { lawPostsOf } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { ago } from '@/core/time.ts'
import { entryWords } from '../entry-words.ts'

const words = entryWords.next

const Quiet = () => (
  <View className="card">
    <View className="heading">{words.none}</View>
    <View className="hint">{words.noneHint}</View>
  </View>
)

const Waiting = ({ item, held }: { item: QueueItem; held: boolean }) => {
  const now = useNow()
  const open = () => goTo(held ? questionPages.handle : questionPages.card, { id: item.id })
  return (
    <NextCard
      lead={<View className="small soft">{held ? words.held : words.title}</View>}
      title={item.topic ? topicNames[item.topic] : words.noTopic}
      tags={item.danger && <Tag icon="alert" words={words.danger} tone="late" />}
      where={item.village}
    >
      <Deadline what={words.due} dueAt={item.answerBy} late={item.late} />
      <Button words={held ? words.goOn : words.open} icon="balance" kind="main" onTap={open} />
      <View className="small soft">{words.since(ago(item.at, now))}</View>
    </NextCard>
  )
}

type Asked = { held: HeldItem[] | undefined; waiting: QueueItem[] | undefined }

/** What is in his hands comes before what he may take, and who may not be safe before everything. */
const nextOf = ({ held, waiting }: Asked): Next => {
  if (!held || !waiting) return { card: <Skeleton cards={1} /> }
  const item = held[0] ?? waiting[0]
  if (!item) return { card: <Quiet /> }
  return { at: item.danger ? 0 : Date.parse(item.answerBy), card: <Waiting item={item} held={held.length > 0} /> }
}

/** The question that waits for whoever answers: first of his own, then of the queue. */
export const useNextWaiting = (person: Person): Next | undefined => {
  const mine = lawPostsOf(person).length > 0
  const how = { every: 10_000, enabled: mine }
  const held = useCall(queueRoutes.listHeld, {}, how).data?.items
  const waiting = useCall(queueRoutes.listQueue, {}, how).data?.items
  return mine ? nextOf({ held, waiting }) : undefined
}
