import { type Judgement, judge } from '@huiyin/shared/core/words/judge.ts'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { reportWords } from '../words.ts'
import { CallFirst } from './call-first.tsx'
import type { ReportForm } from './new-report.ts'

const words = reportWords.make

/** Milliseconds without a letter after which her words are read. */
const pause = 400

/** What her words sound like, once she rests. */
export const useJudged = (typed: string): Judgement => {
  const [read, setRead] = useState(typed)
  useEffect(() => {
    const waiting = setTimeout(() => setRead(typed), pause)
    return () => clearTimeout(waiting)
  }, [typed])
  return judge(read)
}

/** Urgent by her words, unless she has said that it is not; about another danger she is shown it again. */
export const soundsUrgent = ({ urgency, call }: Judgement, { calmed }: ReportForm): boolean =>
  urgency === 'urgent' && calmed !== call

/** Her no holds for the danger that she has seen, not for what she has written since. */
export const asSent = (form: ReportForm): ReportForm =>
  soundsUrgent(judge(form.words), form) ? { ...form, calmed: undefined } : form

type Props = { judged: Judgement; form: ReportForm; onCalm: () => void }

/** Why it is taken for urgent, whom to ring first, and her own no. */
export const UrgentWords = ({ judged, form, onCalm }: Props) => {
  if (!soundsUrgent(judged, form)) return null
  const { call, because } = judged
  return (
    <View className="card stack" {...spoken({ role: 'status', live: 'polite' })}>
      {call !== 'none' && <CallFirst rescuer={call} place={form.place} />}
      <View>{because.length > 0 ? words.because(because) : words.becauseOfAll}</View>
      <Button words={words.calm} kind="quiet" onTap={onCalm} />
    </View>
  )
}
