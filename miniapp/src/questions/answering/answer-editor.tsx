import { questionLimits } from '@huiyin/shared/questions/asking-routes.ts'
import { type Question, suggestions } from '@huiyin/shared/questions/question.ts'
import { View } from '@tarojs/components'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { Tick } from '@/core/fields/tick.tsx'
import { Writing } from '@/core/fields/writing.tsx'
import { staffWords } from '../staff-words.ts'
import { type AnswerForm, type AnswerLack, tracesOf } from './answer-form.ts'
import { ParagraphChips } from './paragraph-chips.tsx'
import { Traces } from './traces.tsx'

const words = staffWords.answer
const most = questionLimits.words

type Public = NonNullable<AnswerForm['publication']>
type Part = {
  question: Question
  form: AnswerForm
  lacks?: AnswerLack | undefined
  onChange: (part: Partial<AnswerForm>) => void
}

/** Question and answer anew, for everybody; what could be recognised is listed while he types. */
const Publication = ({ question, form: { publication, words: answer }, lacks, onChange }: Part) => {
  const put = (part: Partial<Public>) => publication && onChange({ publication: { ...publication, ...part } })
  const field = (name: keyof Public, label: string) => (
    <View className="stack">
      <Field label={label}>
        <Writing label={label} value={publication?.[name] ?? ''} most={most} onChange={text => put({ [name]: text })} />
      </Field>
      <Traces lead={words.traces} traces={tracesOf(question, publication?.[name] ?? '')} />
    </View>
  )
  return (
    <View className="card stack">
      <Tick
        words={words.publish}
        on={publication !== null}
        onChange={on => onChange({ publication: on ? { question: '', answer } : null })}
      />
      <View className="hint">{words.publishHint}</View>
      {publication && field('question', words.publicQuestion)}
      {publication && field('answer', words.publicAnswer)}
      {lacks && lacks !== 'needWords' && <View className="wrong">{words[lacks]}</View>}
    </View>
  )
}

const Suggest = ({ form: { suggestion }, onChange }: Omit<Part, 'question'>) => (
  <Field label={words.suggestion} hint={words.suggestionHint}>
    <Choices
      choices={suggestions.map(key => ({
        key,
        words: words.suggestions[key],
        on: key === suggestion,
        onTap: () => onChange({ suggestion: key === suggestion ? null : key }),
      }))}
    />
  </Field>
)

/** The answer: one large sheet of paper, his ready-made pieces, and what may go with it. */
export const AnswerEditor = (props: Part) => {
  const { form, onChange, lacks } = props
  const wrong = lacks === 'needWords' ? words.needWords : undefined
  const insert = (text: string) =>
    onChange({ words: (form.words.trim() ? `${form.words.trimEnd()}\n${text}` : text).slice(0, most) })
  return (
    <View className="stack">
      <Field label={words.label} hint={words.hint} wrong={wrong}>
        <Writing
          label={words.label}
          value={form.words}
          placeholder={words.example}
          most={most}
          size="tall"
          bad={wrong !== undefined}
          onChange={text => onChange({ words: text })}
        />
      </Field>
      <ParagraphChips onChoose={insert} />
      <Suggest {...props} />
      <Publication {...props} />
    </View>
  )
}
