import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { questionWords } from '../words.ts'

const words = questionWords.offer

const standing = {
  offered: words.hint,
  approved: words.approved,
  public: words.shown,
  hidden: words.hidden,
  refused: words.refused,
  withdrawn: words.refused,
} as const

/** The text as everybody would read it, and her word about it, given or taken back with one tap. */
export const Offer = ({ question, onDone }: { question: Question; onDone: () => unknown }) => {
  const { publication, can } = question
  if (!publication) return null
  const { state } = publication
  const decide = async (decision: 'approve' | 'refuse' | 'withdraw') => {
    await call(questionRoutes.decidePublication, { id: question.id, eventId: await platform.newId(), decision })
    say(decision === 'withdraw' ? words.withdrawn : words.thanks)
    await onDone()
  }
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      <View className="hint">{standing[state]}</View>
      <View className="quote">
        <View className="small soft">{words.question}</View>
        <View>{publication.question}</View>
        <View className="small soft">{words.answer}</View>
        <View>{publication.answer}</View>
      </View>
      {can.includes('publish') && state === 'offered' && (
        <View className="acts">
          <Button words={words.refuse} onTap={() => decide('refuse')} />
          <Button words={words.approve} icon="check" kind="main" onTap={() => decide('approve')} />
        </View>
      )}
      {can.includes('publish') && (state === 'approved' || state === 'public' || state === 'hidden') && (
        <Button words={words.withdraw} icon="undo" onTap={() => decide('withdraw')} />
      )}
    </View>
  )
}
