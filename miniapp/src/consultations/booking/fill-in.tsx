import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { DangerPhones } from '@/core/components/danger-phones.tsx'
import { DangerSigns } from '@/core/components/danger-signs.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { door } from '@/core/doors.ts'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { Tick } from '@/core/fields/tick.tsx'
import { Writing } from '@/core/fields/writing.tsx'
import { goTo } from '@/core/go-to.ts'
import { LineBox } from '../components/line-box.tsx'
import { bookingWords } from '../words.ts'
import { type BookingForm, signIn, type Wrong } from './booking-form.ts'

const words = bookingWords.book

type Props = { form: BookingForm; change: (part: Partial<BookingForm>) => void; wrong: Wrong | undefined }

const Reason = ({ form, change, wrong }: Props) => {
  const said = wrong?.field === 'reason' ? wrong.said : undefined
  return (
    <Field label={words.reason} wrong={said}>
      <Choices
        choices={words.reasons.map(reason => ({
          key: reason,
          words: reason,
          on: form.reason === reason,
          onTap: () => change({ reason }),
        }))}
      />
      <Writing
        size="few"
        label={words.reason}
        value={form.reason}
        placeholder={words.example}
        most={bookingLimits.words}
        bad={said !== undefined}
        onChange={reason => change({ reason })}
      />
    </Field>
  )
}

const ForOther = ({ form, change, wrong }: Props) => {
  const said = wrong?.field === 'forOther' ? wrong.said : undefined
  return (
    <>
      <Tick words={words.forOther} on={form.forOther} onChange={forOther => change({ forOther, mandate: false })} />
      {form.forOther && (
        <Field label={words.name} wrong={said}>
          <LineBox
            label={words.name}
            value={form.name}
            placeholder={words.name}
            bad={said !== undefined}
            onChange={name => change({ name })}
          />
          <Tick words={words.mandate} on={form.mandate} onChange={mandate => change({ mandate })} />
        </Field>
      )}
    </>
  )
}

/** Signs of danger in her sentence: the numbers first, then the way to the lawyer on duty, who need not be waited for. */
const Danger = () => {
  const question = door('newQuestion')
  return (
    <View className="card stack">
      <View className="heading">{words.danger.title}</View>
      <DangerPhones />
      <View className="small soft">{words.danger.notKept}</View>
      {question && <Button words={words.danger.ask} onTap={() => goTo(question)} />}
    </View>
  )
}

/** One sentence, and what may be added to it. */
export const FillIn = (props: Props) => {
  const { form, change } = props
  return (
    <>
      <Reason {...props} />
      <DangerSigns sign={signIn(form)}>
        <Danger />
      </DangerSigns>
      <Field label={words.other}>
        <LineBox
          label={words.other}
          value={form.otherSide}
          placeholder={words.otherExample}
          onChange={otherSide => change({ otherSide })}
        />
        <Tick
          words={words.committee}
          on={form.againstCommittee}
          onChange={againstCommittee => change({ againstCommittee })}
        />
        {form.againstCommittee && <View className="hint">{words.committeeHint}</View>}
      </Field>
      <ForOther {...props} />
      <Notice icon="shield">{bookingWords.shield}</Notice>
    </>
  )
}
