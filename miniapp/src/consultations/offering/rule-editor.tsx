import { type Mode, modeNames } from '@huiyin/shared/consultations/modes.ts'
import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { coreWords } from '@/core/words.ts'
import { hoursWords, officeWords } from '../office-words.ts'
import { dayWords, everyWords, minuteWords, today } from '../when.ts'
import { bookingWords } from '../words.ts'
import { PickField } from './pick-field.tsx'
import { daysFrom, options, type RuleForm, withOwn } from './rule-form.ts'

const words = officeWords.hours
const { fields } = words

type Props = {
  rule: RuleForm
  places: OfficePlace[]
  modes: Mode[]
  onSave: (rule: RuleForm) => Promise<unknown>
  onClose: () => void
}
type Change = (part: Partial<RuleForm>) => void

type Numbers =
  | 'weekday'
  | 'from'
  | 'to'
  | 'capacity'
  | 'slotMinutes'
  | 'bufferMinutes'
  | 'noticeMinutes'
  | 'horizonDays'

const Count = (props: {
  rule: RuleForm
  change: Change
  name: Numbers
  choices: readonly number[]
  wordsOf: (value: number) => string
  first?: boolean
}) => {
  const { rule, change, name, choices, wordsOf, first } = props
  return (
    <PickField
      first={first}
      label={fields[name]}
      value={rule[name]}
      options={withOwn(choices, rule[name])}
      wordsOf={wordsOf}
      onPick={value => change({ [name]: value })}
    />
  )
}

const Where = ({ rule, places, modes, change }: Pick<Props, 'rule' | 'places' | 'modes'> & { change: Change }) => {
  const placeWords = (id: string) => {
    const place = places.find(it => it.id === id)
    return place ? bookingWords.place(place.village, place.name) : bookingWords.place(rule.village, rule.place)
  }
  const put = (id: string) => {
    const place = places.find(it => it.id === id)
    if (place) change({ placeId: id, communityId: place.communityId, village: place.village, place: place.name })
  }
  return (
    <>
      <PickField
        label={fields.mode}
        value={rule.mode}
        options={modes}
        wordsOf={mode => modeNames[mode]}
        onPick={mode => change({ mode })}
      />
      <PickField
        label={fields.place}
        value={rule.placeId}
        options={places.map(place => place.id)}
        wordsOf={placeWords}
        onPick={put}
      />
    </>
  )
}

const Rarely = ({ rule, change }: { rule: RuleForm; change: Change }) => (
  <>
    <Count {...{ rule, change }} name="capacity" choices={options.capacity} wordsOf={words.capacity} />
    <Count {...{ rule, change }} name="noticeMinutes" choices={options.noticeMinutes} wordsOf={officeWords.minutes} />
    <Count {...{ rule, change }} name="horizonDays" choices={options.horizonDays} wordsOf={words.horizon} />
    {rule.day === null && (
      <PickField
        label={fields.onDaysOff}
        value={rule.onDaysOff ? 'true' : 'false'}
        options={['false', 'true'] as const}
        wordsOf={value => words.daysOff[value]}
        onPick={value => change({ onDaysOff: value === 'true' })}
      />
    )}
  </>
)

/** One rule as a sentence, and below it each part of the sentence to change with two taps. */
export const RuleEditor = ({ rule: given, places, modes, onSave, onClose }: Props) => {
  const [rule, setRule] = useState(given)
  const [more, setMore] = useState(false)
  const now = useNow()
  const change: Change = part => setRule(known => ({ ...known, ...part }))
  const wrong = rule.to <= rule.from
  return (
    <>
      <Notice icon={wrong ? 'alert' : 'clock'} tone={wrong ? 'late' : 'going'}>
        {wrong ? words.order : hoursWords(rule, now)}
      </Notice>
      <View className="card list">
        {rule.day === null ? (
          <Count {...{ rule, change }} first name="weekday" choices={options.weekday} wordsOf={everyWords} />
        ) : (
          <PickField
            first
            label={fields.day}
            value={rule.day}
            options={daysFrom(today(now))}
            wordsOf={day => dayWords(day, now)}
            onPick={day => change({ day })}
          />
        )}
        <Count {...{ rule, change }} name="from" choices={options.time} wordsOf={minuteWords} />
        <Count {...{ rule, change }} name="to" choices={options.time} wordsOf={minuteWords} />
        <Where rule={rule} places={places} modes={modes} change={change} />
        <Count {...{ rule, change }} name="slotMinutes" choices={options.slotMinutes} wordsOf={officeWords.minutes} />
        <Count {...{ rule, change }} name="bufferMinutes" choices={options.bufferMinutes} wordsOf={words.buffer} />
        {more && <Rarely rule={rule} change={change} />}
      </View>
      {!more && <Button words={words.more} kind="quiet" onTap={() => setMore(true)} />}
      <View className="dock">
        <Button words={coreWords.cancel} onTap={onClose} />
        <Button words={words.save} icon="check" kind="main" disabled={wrong} onTap={() => onSave(rule)} />
      </View>
    </>
  )
}
