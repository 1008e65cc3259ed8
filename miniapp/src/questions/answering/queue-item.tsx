import type { HeldItem, QueueItem as Item } from '@huiyin/shared/questions/adviser-desk.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { circleNames } from '@huiyin/shared/questions/question-states.ts'
import { topicNames } from '@huiyin/shared/questions/topics.ts'
import { Text, View } from '@tarojs/components'
import { Deadline, useNow } from '@/core/components/deadline.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import { dayAndTime } from '@/core/time.ts'
import { staffWords } from '../staff-words.ts'

const words = staffWords

export const topicOf = ({ topic }: Pick<Item, 'topic'>) => (topic ? topicNames[topic] : words.noTopic)

/** What everybody who answers may know of a question: nothing that anybody wrote. */
export const QueueFacts = ({ item }: { item: Item }) => {
  const now = useNow()
  return (
    <>
      <View className="row wrap apart queue-head">
        <Text className="strong">{topicOf(item)}</Text>
        <View className="row wrap queue-tags">
          {item.danger && <Tag icon="alert" words={words.danger} tone="late" />}
          {item.againstCommittee && <Tag icon="balance" words={words.againstCommittee} tone="wait" />}
          <Tag icon="people" words={circleNames[item.circle]} tone="still" />
        </View>
      </View>
      <View className="row">
        <Icon name="pin" />
        <Text className="grow">{item.village}</Text>
      </View>
      <Deadline what={words.due} dueAt={item.answerBy} late={item.late} />
      <View className="row wrap lines small soft">
        <Text className="whole">{dayAndTime(item.at, now)}</Text>
        <Text className="whole">{words.number(item.number)}</Text>
      </View>
    </>
  )
}

/** How it looks in a list; who may not be safe is seen first. */
export const queueLook = ({ danger }: Item) => (danger ? 'card stack queue-item danger' : 'card stack queue-item')

/** A question that he may take: first the conflict gate. */
export const QueueItem = ({ item }: { item: Item }) => (
  <Tap className={queueLook(item)} onTap={() => goTo(questionPages.card, { id: item.id })}>
    <QueueFacts item={item} />
  </Tap>
)

/** A question in his hands, and how long it stays there. */
export const HeldQuestion = ({ item }: { item: HeldItem }) => (
  <Tap className={queueLook(item)} onTap={() => goTo(questionPages.handle, { id: item.id })}>
    <QueueFacts item={item} />
    <View className="row apart wrap ruled">
      <Deadline what={words.queue.lease} dueAt={item.leaseUntil} late={false} short />
      <View className="row">
        <Text className="link">{words.queue.goOn}</Text>
        <Icon name="next" />
      </View>
    </View>
  </Tap>
)
