import { aidHint } from '@huiyin/shared/questions/legal-hints.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { Said } from '../components/said.tsx'
import { staffWords } from '../staff-words.ts'
import type { AnswerForm } from './answer-form.ts'

const words = staffWords.check

type Props = { question: Question; form: AnswerForm; onSend: () => Promise<unknown>; onBack: () => void }

/** The answer as she will read it, before it goes. */
export const CheckAnswer = ({ question, form, onSend, onBack }: Props) => (
  <>
    <View className="heading">{words.title}</View>
    <Said
      text={{
        id: question.id,
        kind: 'answer',
        by: '',
        mine: true,
        words: form.words.trim(),
        aid: aidHint(question.topic)?.words ?? null,
        files: [],
        at: new Date(platform.now()).toISOString(),
      }}
    />
    {form.suggestion && (
      <View className="card">
        <View className="small soft">{words.suggestion}</View>
        <View className="strong">{staffWords.answer.suggestions[form.suggestion]}</View>
      </View>
    )}
    {form.publication && (
      <View className="card stack">
        <View className="small soft">{words.publication}</View>
        <View className="strong">{form.publication.question}</View>
        <View>{form.publication.answer}</View>
      </View>
    )}
    <View className="dock">
      <Button words={words.back} icon="pencil" onTap={onBack} />
      <Button words={words.send} icon="send" kind="main" onTap={onSend} />
    </View>
  </>
)
