import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { goOnTo } from '@/core/go-to.ts'
import { useRefresh } from '@/core/query.tsx'
import { useForm } from '@/core/sending/use-form.ts'
import { call } from '@/core/sending/wire.ts'
import { toTop } from '@/core/to-top.ts'
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

/** The answer that he writes under his lease, from the first letter to its going out. */
const useAnswering = ({ question, onDone }: Props) => {
  const { id } = question
  const writing = useForm<AnswerForm, AnswerLack>(`answer.${id}`, answerOf(question), { isUntouched: isBlankAnswer })
  const { draft, form, setWrong, drop } = writing
  const lease = useLease(question)
  const refresh = useRefresh()
  const put = (part: Partial<AnswerForm>) => {
    writing.put(part)
    if (!lease.over) lease.typed(part.words ?? form.words)
  }
  /** Whether it can go out as it stands. */
  const isWhole = () => {
    const missing = answerLacks(question, form)
    setWrong(missing)
    if (missing) say(staffWords.answer[missing])
    return !missing
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
    const words = form.words.trim()
    const answer = { words, ...(suggestion && { suggestion }), ...(publication && { publication }) }
    await lease.watch(call(adviserRoutes.answerQuestion, { id, eventId: draft.id, fence: lease.fence, ...answer }))
    await leave('answered')
  }
  return { ...writing, put, lease, isWhole, leave, send }
}

/** A question in his hands: what was said, and the answer that he writes to it. */
export const Work = (props: Props) => {
  const { question, onChanged } = props
  const { form, restored, wrong, put, lease, isWhole, leave, send } = useAnswering(props)
  const [checking, setChecking] = useState(false)
  const show = (check: boolean) => {
    setChecking(check)
    toTop()
  }
  const sendChecked = () =>
    send().catch(failed => {
      show(false)
      throw failed
    })
  const again = () => goOnTo(questionPages.card, { id: question.id })
  if (checking && !lease.over)
    return <CheckAnswer question={question} form={form} onSend={sendChecked} onBack={() => show(false)} />
  return (
    <>
      <LeaseCard lease={lease} draft={form.words} />
      <WorkHead question={question} />
      <View className="heading">{words.thread}</View>
      <Thread texts={question.texts} />
      <GoodToKnow topic={question.topic} />
      {restored && <Notice icon="note">{words.restored}</Notice>}
      <AnswerEditor question={question} form={form} lacks={wrong} onChange={put} />
      {!lease.over && (
        <WorkActs question={question} lease={lease} draft={form.words} onDone={leave} onNoted={onChanged} />
      )}
      <View className="dock">
        {lease.over ? (
          <Button words={words.again} icon="refresh" kind="main" onTap={again} />
        ) : (
          <Button words={staffWords.answer.go} icon="send" kind="main" onTap={() => isWhole() && show(true)} />
        )}
      </View>
    </>
  )
}
