import { ageBandNames, ageBands, questionLimits } from '@huiyin/shared/questions/asking-routes.ts'
import { Input, Text, View } from '@tarojs/components'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { Field } from '@/core/fields/field.tsx'
import { Tick } from '@/core/fields/tick.tsx'
import { FilePicker } from '@/core/photos/file-picker.tsx'
import { askWords } from './ask-words.ts'
import type { QuestionForm } from './new-question.ts'
import { PrivateTextarea } from './private-textarea.tsx'

const words = askWords.make

/** One question to her: what she said so far, and what is wrong with it. */
export type StepProps = {
  form: QuestionForm
  change: (part: Partial<QuestionForm>) => void
  wrong?: string | undefined
  speech?: boolean | undefined
}

export const WordsStep = ({ form, change, wrong, speech }: StepProps) => (
  <>
    <Field label={words.words} hint={words.wordsHint} wrong={wrong}>
      <PrivateTextarea
        label={words.words}
        value={form.words}
        placeholder={words.wordsExample}
        most={questionLimits.words}
        bad={wrong !== undefined}
        speech={speech}
        onChange={text => change({ words: text })}
      />
    </Field>
    <Field label={words.files} hint={words.filesHint}>
      <FilePicker most={questionLimits.files} photoIds={form.photoIds} papers={form.papers} onChange={change} />
    </Field>
  </>
)

export const OtherStep = ({ form, change }: StepProps) => (
  <Field label={words.other} hint={words.otherHint}>
    <View className="box">
      <Input
        className="line-input"
        value={form.otherSide}
        maxlength={40}
        placeholder={words.otherExample}
        placeholderClass="placeholder"
        onInput={event => change({ otherSide: event.detail.value })}
        {...spoken({ label: words.other })}
      />
    </View>
    <Tick
      words={words.committee}
      on={form.againstCommittee}
      onChange={againstCommittee => change({ againstCommittee })}
    />
    {form.againstCommittee && <View className="hint">{words.committeeHint}</View>}
  </Field>
)

export const WhoStep = ({ form, change }: StepProps) => (
  <>
    <Field label={words.who}>
      {ageBands.map(band => (
        <Tap
          key={band}
          className={form.ageBand === band ? 'choice on' : 'choice'}
          role="radio"
          checked={form.ageBand === band}
          label={ageBandNames[band]}
          onTap={() => change({ ageBand: band })}
        >
          <Text className="grow">{ageBandNames[band]}</Text>
          {form.ageBand === band && <Icon name="check" />}
        </Tap>
      ))}
    </Field>
    <Tick words={words.anonymous} on={form.anonymous} onChange={anonymous => change({ anonymous })} />
  </>
)

export const GuardianStep = ({ form, change, wrong }: StepProps) => (
  <Field label={words.guardian} hint={words.guardianHint} wrong={wrong}>
    <Tick
      words={words.guardianAgrees}
      on={form.guardianAgrees}
      onChange={guardianAgrees => change({ guardianAgrees })}
    />
  </Field>
)
