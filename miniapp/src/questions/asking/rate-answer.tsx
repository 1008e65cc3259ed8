import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { Faces, type Rating } from '@/core/fields/faces.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { questionWords } from '../words.ts'

const words = questionWords.show

/** A face and 评好了: two taps. */
export const RateAnswer = ({ question, onDone }: { question: Question; onDone: () => unknown }) => {
  const [chosen, setChosen] = useState<Rating>()
  if (question.rating) return <View className="soft centred">{words.rated(words.ratings[question.rating])}</View>
  if (!question.can.includes('rate')) return null
  const rate = async () => {
    if (!chosen) return
    await call(questionRoutes.rateQuestion, { id: question.id, eventId: await platform.newId(), rating: chosen })
    say(words.thanks)
    await onDone()
  }
  return (
    <View className="card stack">
      <View className="heading">{words.rate}</View>
      <View className="hint">{words.rateHint}</View>
      <Faces names={words.ratings} choosing chosen={chosen} onTap={setChosen} />
      <Button words={words.rateDone} kind="main" disabled={!chosen} onTap={rate} />
    </View>
  )
}
