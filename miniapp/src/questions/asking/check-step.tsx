import { ageBandNames } from '@huiyin/shared/questions/asking-routes.ts'
import { guessTopic } from '@huiyin/shared/questions/guess-topic.ts'
import { topicNames, topics } from '@huiyin/shared/questions/topics.ts'
import { Text, View } from '@tarojs/components'
import { Notice } from '@/core/components/notice.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { questionWords } from '../words.ts'
import { askWords } from './ask-words.ts'
import type { QuestionForm, StepName } from './new-question.ts'
import { isDanger, topicOf } from './order-of-steps.ts'
import type { StepProps } from './steps.tsx'
import '../questions.css'

const words = askWords.make

const filesSaid = ({ photoIds, papers }: QuestionForm) =>
  [photoIds.length && words.photos(photoIds.length), papers.length && words.papers(papers.length)]
    .filter(Boolean)
    .join('，') || words.none

const otherSaid = ({ otherSide, againstCommittee }: QuestionForm) =>
  [otherSide.trim(), againstCommittee && words.committee].filter(Boolean).join('，') || words.none

const whoSaid = ({ ageBand, anonymous }: QuestionForm) =>
  [ageBandNames[ageBand], anonymous && words.anonymousRow].filter(Boolean).join('，')

type Row = { name: string; said: string; step: StepName | 'village' | 'danger' }

/** Every answer of hers; in danger only what was asked. */
const rowsOf = (form: QuestionForm): Row[] => {
  const { rows } = words
  const first: Row[] = [
    { name: rows.village, said: form.village?.name ?? words.none, step: 'village' },
    { name: rows.words, said: form.words.trim() || words.none, step: 'words' },
    { name: rows.files, said: filesSaid(form), step: 'words' },
  ]
  if (isDanger(form)) return [...first, { name: rows.contact, said: form.safeContact || words.none, step: 'danger' }]
  const others: Row[] = [
    { name: rows.other, said: otherSaid(form), step: 'other' },
    { name: rows.who, said: whoSaid(form), step: 'who' },
  ]
  const guardian: Row = { name: rows.guardian, said: words.guardianRow, step: 'guardian' }
  return [...first, ...others, ...(form.ageBand === 'under14' && form.guardianAgrees ? [guardian] : [])]
}

const Topics = ({ form, change }: StepProps) => {
  const chosen = topicOf(form)
  const guessed = form.topic === undefined && guessTopic(form.words) !== undefined
  return (
    <Field label={words.topic} hint={guessed ? words.topicGuess : undefined}>
      <Choices
        choices={[
          ...topics.map(topic => ({
            key: topic,
            words: topicNames[topic],
            on: topic === chosen,
            onTap: () => change({ topic }),
          })),
          { key: 'none', words: words.noTopic, on: chosen === null, onTap: () => change({ topic: null }) },
        ]}
      />
    </Field>
  )
}

/** Everything once more before it goes out; each line can be changed. */
export const CheckStep = ({ onChange, ...step }: StepProps & { onChange: (step: Row['step']) => void }) => (
  <>
    <View className="heading">{words.check}</View>
    <View className="card list">
      {rowsOf(step.form).map((row, index) => (
        <View key={row.name} className={index === 0 ? 'cell first' : 'cell'}>
          <View className="grow">
            <View className="small soft">{row.name}</View>
            <View className="plain">{row.said}</View>
          </View>
          <Tap className="word" label={`${words.change}：${row.name}`} onTap={() => onChange(row.step)}>
            <Text>{words.change}</Text>
          </Tap>
        </View>
      ))}
    </View>
    {!isDanger(step.form) && <Topics {...step} />}
    <Notice icon="shield">{questionWords.shield}</Notice>
  </>
)
