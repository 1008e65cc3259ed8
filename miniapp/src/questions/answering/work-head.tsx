import { ageBandNames } from '@huiyin/shared/questions/asking-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { circleNames } from '@huiyin/shared/questions/question-states.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Deadline } from '@/core/components/deadline.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import { topicOf } from './queue-item.tsx'
import type { Lease } from './use-lease.ts'

const words = staffWords.work

/** How long it is his, and one tap for longer; or that it is not his any more. */
export const LeaseCard = ({ lease, draft }: { lease: Lease; draft: string }) => {
  if (lease.over || !lease.until)
    return (
      <Notice tone="late" icon="clock">
        <View className="strong">{words.over}</View>
        <View>{words.overHint}</View>
      </Notice>
    )
  const longer = async () => {
    await lease.keep(draft)
    say(words.renewed)
  }
  return (
    <View className="card row wrap apart">
      <View>
        <Deadline what={words.lease} dueAt={lease.until} late={false} />
        <View className="hint">{words.leaseHint}</View>
      </View>
      <Button words={words.longer} icon="clock" kind="quiet" onTap={longer} />
    </View>
  )
}

/** In danger a call at the wrong moment harms: how to reach her stands before everything. */
const SafeContact = ({ contact }: { contact: string | null }) => (
  <Notice tone="late">
    {contact && <View className="small">{words.safeContact}</View>}
    <View className="strong">{contact ?? words.noSafeContact}</View>
  </Notice>
)

/** Who asks, against whom, until when. */
export const WorkHead = ({ question }: { question: Question }) => (
  <>
    {question.danger && <SafeContact contact={question.safeContact} />}
    <View className="card stack">
      <View className="row wrap apart">
        <Text className="heading">{topicOf(question)}</Text>
        <View className="row wrap queue-tags">
          {question.againstCommittee && <Tag icon="balance" words={staffWords.againstCommittee} tone="wait" />}
          <Tag icon="people" words={circleNames[question.circle]} tone="still" />
        </View>
      </View>
      <View className="row">
        <Icon name="person" />
        <Text className="grow">{words.asker(question.asker, ageBandNames[question.ageBand])}</Text>
      </View>
      {question.anonymous && (
        <View className="row">
          <Icon name="shield" />
          <Text className="grow">{words.anonymous}</Text>
        </View>
      )}
      {question.otherSide && <View>{words.otherSide(question.otherSide)}</View>}
      <Deadline what={staffWords.due} dueAt={question.answerBy} late={question.late} />
      <View className="row wrap lines small soft">
        <Text className="whole">{question.village}</Text>
        <Text className="whole">{staffWords.number(question.number)}</Text>
      </View>
    </View>
  </>
)
