import type { Question } from '@huiyin/shared/questions/question.ts'
import { isOwed } from '@huiyin/shared/questions/question-states.ts'
import { Text, View } from '@tarojs/components'
import { Deadline } from '@/core/components/deadline.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { stateLabel } from '../labels.ts'
import { adviserWords, nameOf, questionWords } from '../words.ts'
import { Hotline } from './hotline.tsx'

const words = questionWords.show

/** What it is called, how far, before whom in the queue, and until when. */
export const QuestionHead = ({ question }: { question: Question }) => (
  <View className="card stack">
    <View className="row wrap apart">
      <Text className="heading">{nameOf(question)}</Text>
      <Tag {...stateLabel(question.state)} />
    </View>
    {question.state === 'waiting' && !question.danger && question.ahead !== null && (
      <View className="row">
        <Icon name="people" />
        <Text className="grow">{words.ahead(question.ahead)}</Text>
      </View>
    )}
    {isOwed(question.state) && <Deadline what={words.due} dueAt={question.answerBy} late={question.late} />}
    {question.late && (
      <>
        <View className="late-words">{words.late}</View>
        <Hotline />
      </>
    )}
    {question.adviser && (
      <View className="row">
        <Icon name="person" />
        <View className="grow">
          <View className="small soft">{words.who}</View>
          <View>{adviserWords(question.adviser)}</View>
        </View>
      </View>
    )}
    <View className="row">
      <Icon name="shield" />
      <Text className="grow small">{questionWords.shield}</Text>
    </View>
    <View className="row wrap lines small soft">
      <Text className="whole">{words.number(question.number)}</Text>
      <Text className="whole">{question.village}</Text>
    </View>
  </View>
)
