import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { door } from '@/core/doors.ts'
import { goTo } from '@/core/go-to.ts'
import { call } from '@/core/sending/wire.ts'
import { questionWords } from '../words.ts'

const words = questionWords.suggestion
type Suggestion = NonNullable<Question['suggestion']>
const agreed = { consultation: words.consultationAgreed, report: words.reportAgreed } as const
const goOn = { consultation: words.goConsultation, report: words.goReport } as const

/** The way to where the lawyer would go on with it; undefined where the town has no such room. */
const wayTo = (suggestion: Suggestion, village: string) => {
  const times = door('freeTimes')
  const report = door('newReport')
  if (suggestion === 'consultation') return times && (() => goTo(times, { village }))
  return report && (() => goTo(report))
}

/** Where the lawyer would go on with it. Of what she wrote nothing goes anywhere: a report or a booking she writes herself. */
export const Suggested = ({ question, onDone }: { question: Question; onDone: () => unknown }) => {
  const { suggestion } = question
  if (!suggestion) return null
  const go = wayTo(suggestion, question.communityId)
  const agree = async () => {
    await call(questionRoutes.agreeSuggestion, { id: question.id, eventId: await platform.newId() })
    await onDone()
    await go?.()
  }
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      <View>{question.agreed ? agreed[suggestion] : words[suggestion]}</View>
      {question.can.includes('agree') && !question.agreed && <Button words={words.agree} icon="check" onTap={agree} />}
      {question.agreed && go && <Button words={goOn[suggestion]} kind="quiet" onTap={go} />}
    </View>
  )
}
