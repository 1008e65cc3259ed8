import { ageBandNames } from '@huiyin/shared/questions/asking-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { topicOf } from '../answering/queue-item.tsx'
import { Thread } from '../components/said.tsx'
import { staffWords } from '../staff-words.ts'
import { townshipWords } from './township-words.ts'

const words = townshipWords.desk

/** The conversation for the township's eyes, once a reason was given. It lies nowhere on the phone. */
export const ReadQuestion = ({ question, onClose }: { question: Question; onClose: () => void }) => (
  <>
    <Notice icon="eye" tone="wait">
      {words.reading}
    </Notice>
    <View className="card stack">
      <Text className="heading">{topicOf(question)}</Text>
      <View>{staffWords.work.asker(question.asker, ageBandNames[question.ageBand])}</View>
      {question.otherSide && <View>{staffWords.work.otherSide(question.otherSide)}</View>}
      <View className="row wrap lines small soft">
        <Text className="whole">{question.village}</Text>
        <Text className="whole">{staffWords.number(question.number)}</Text>
      </View>
    </View>
    <Thread texts={question.texts} />
    <View className="dock">
      <Button words={words.readDone} icon="check" kind="main" onTap={onClose} />
    </View>
  </>
)
