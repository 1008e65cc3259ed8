import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { goOnTo } from '@/core/go-to.ts'
import { useRefresh } from '@/core/query.tsx'
import { useDraft } from '@/core/sending/use-draft.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { Thread } from '../components/said.tsx'
import { staffWords } from '../staff-words.ts'
import { AnswerEditor } from './answer-editor.tsx'
import { type AnswerForm, type AnswerLack, answerLacks, answerOf, isBlankAnswer } from './answer-form.ts'
import { CheckAnswer } from './check-answer.tsx'
import type { Done } from './finished.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import { useLease } from './use-lease.ts'
import { WorkActs } from './work-acts.tsx'
import { LeaseCard, WorkHead } from './work-head.tsx'

const words = staffWords.work

type Props = { question: Question; onChanged: () => unknown; onDone: (how: Done) => void }

/** A question in his hands: what was said, and the answer that he writes to it. */
export const Work = ({ question, onChanged, onDone }: Props) => {
  const { id, topic } = question
  const blank = answerOf(question)
  const { draft, restored, change, drop } = useDraft<AnswerForm>(`answer.${id}`, blank, { isUntouched: isBlankAnswer })
  const form = draft?.form ?? blank
  const lease = useLease(question)
  const refresh = useRefresh()
  const [checking, setChecking] = useState(false)
  const [lacks, setLacks] = useState<AnswerLack>()

  const put = (part: Partial<AnswerForm>) => {
    setLacks(undefined)
    change(part)
    if (!lease.over) lease.typed(part.words ?? form.words)
  }
  const show = (check: boolean) => {
    setChecking(check)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const check = () => {
    const missing = answerLacks(question, form)
    setLacks(missing)
    if (missing) return say(staffWords.answer[missing])
    show(true)
  }
  const leave = async (how: Done) => {
    lease.forget()
    await drop()
    refresh(adviserRoutes.listHeld, adviserRoutes.listQueue)
    onDone(how)
  }
  const send = async () => {
    if (!draft) return
    const { suggestion, publication } = form
    const answer = {
      words: form.words.trim(),
      ...(suggestion && { suggestion }),
      ...(publication && { publication }),
    }
    try {
      await lease.watch(call(adviserRoutes.answerQuestion, { id, eventId: draft.id, fence: lease.fence, ...answer }))
    } catch (failed) {
      show(false)
      throw failed
    }
    await leave('answered')
  }

  if (checking) return <CheckAnswer question={question} form={form} onSend={send} onBack={() => show(false)} />
  return (
    <>
      <LeaseCard lease={lease} draft={form.words} />
      <WorkHead question={question} />
      <View className="heading">{words.thread}</View>
      <Thread texts={question.texts} />
      <GoodToKnow topic={topic} />
      {restored && <Notice icon="note">{words.restored}</Notice>}
      <AnswerEditor question={question} form={form} lacks={lacks} onChange={put} />
      {!lease.over && (
        <WorkActs question={question} lease={lease} draft={form.words} onDone={leave} onNoted={onChanged} />
      )}
      <View className="dock">
        {lease.over ? (
          <Button words={words.again} icon="refresh" kind="main" onTap={() => goOnTo(questionPages.card, { id })} />
        ) : (
          <Button words={staffWords.answer.go} icon="send" kind="main" onTap={check} />
        )}
      </View>
    </>
  )
}
