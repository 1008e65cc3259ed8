import type { QuestionText } from '@huiyin/shared/questions/question.ts'
import { Text, View } from '@tarojs/components'
import { ReadAloud } from '@/core/aloud/read-aloud.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { SealedFiles } from '@/core/photos/sealed-files.tsx'
import { dayAndTime } from '@/core/time.ts'
import { saidWords as words } from '../said-words.ts'
import './said.css'

const looks: Partial<Record<QuestionText['kind'], string>> = {
  answer: 'said answering',
  'ask-back': 'said answering',
  note: 'said note',
}

/** `asker`: she reads it herself, so she is spoken to. */
type Props = { text: QuestionText; asker?: boolean | undefined }

/** One thing said about a question: by whom, when, the words and what came with them. */
export const Said = ({ text, asker = false }: Props) => {
  const now = useNow()
  const verb = asker && text.kind === 'ask-back' ? words.toAsker : words.verbs[text.kind]
  return (
    <View className={looks[text.kind] ?? 'said'}>
      <View className="row wrap lines">
        <Text className="strong">
          {text.mine ? words.me : text.by} {verb}
        </Text>
        <Text className="small soft whole">{dayAndTime(text.at, now)}</Text>
      </View>
      {text.kind === 'note' && (
        <View className="row">
          <Tag icon="eye" words={words.noteOnly} tone="wait" />
        </View>
      )}
      <Text className="said-words" userSelect>
        {text.words}
      </Text>
      {text.files.length > 0 && <SealedFiles files={text.files} />}
      {text.aid && (
        <View className="said-aid">
          <View className="strong small">{words.aid}</View>
          <View className="small">{text.aid}</View>
        </View>
      )}
    </View>
  )
}

/** The conversation as it is read aloud, only by what lives in this device. */
export const ThreadAloud = ({ texts }: { texts: QuestionText[] }) => {
  const sentences = texts.map(text => {
    const verb = text.kind === 'ask-back' ? words.toAsker : words.verbs[text.kind]
    return `${text.mine ? words.me : text.by} ${verb}。${text.words}。${text.aid ?? ''}`
  })
  return <ReadAloud sentences={sentences} confidential />
}

/** The whole conversation, the oldest first. */
export const Thread = ({ texts, asker }: { texts: QuestionText[]; asker?: boolean | undefined }) => (
  <View className="stack">
    {texts.map(text => (
      <Said key={text.id} text={text} asker={asker} />
    ))}
  </View>
)
