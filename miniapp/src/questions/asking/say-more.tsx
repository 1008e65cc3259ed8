import { judge } from '@huiyin/shared/core/words/judge.ts'
import { questionLimits } from '@huiyin/shared/questions/asking-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { askPermits } from '@/core/ask-permits.ts'
import { Button } from '@/core/components/button.tsx'
import { DangerPhones } from '@/core/components/danger-phones.tsx'
import { DangerSigns } from '@/core/components/danger-signs.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Passed } from '@/core/components/passed.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Field } from '@/core/fields/field.tsx'
import { FilePicker } from '@/core/photos/file-picker.tsx'
import type { Paper } from '@/core/photos/paper.ts'
import { useUploads } from '@/core/photos/use-photos.ts'
import { useForm } from '@/core/sending/use-form.ts'
import { call, discardFile } from '@/core/sending/wire.ts'
import { dayAndTime } from '@/core/time.ts'
import { say } from '@/core/toast.ts'
import { questionWords } from '../words.ts'
import { askWords } from './ask-words.ts'
import { PrivateTextarea } from './private-textarea.tsx'

const words = questionWords.show

type Form = { words: string; photoIds: string[]; papers: Paper[] }
const blank: Form = { words: '', photoIds: [], papers: [] }

type Verb = 'reply' | 'follow-up'
const verbs = {
  reply: { route: questionRoutes.replyQuestion, title: words.replyTitle, hint: words.replyHint, done: words.replied },
  'follow-up': { route: questionRoutes.followUp, title: words.followUpTitle, hint: '', done: words.asked },
} as const

type Props = { question: Question; verb: Verb; onDone: () => unknown; onClose: () => void }

/** What she writes, and its going out; in danger it ends with the page, and its files with it. */
const useSaying = ({ question, verb, onDone, onClose }: Props) => {
  const { route, done } = verbs[verb]
  const unsafe = ({ words: text }: Form) => question.danger || judge(text).person !== undefined
  const saying = useForm<Form>(`${verb}.${question.id}`, blank, { isSecret: unsafe })
  const { draft, form, setWrong, drop } = saying
  const fileIds = [...form.photoIds, ...form.papers.map(paper => paper.id)]
  const leaving = useRef(() => {})
  leaving.current = () => {
    if (unsafe(form)) for (const id of fileIds) discardFile(id)
  }
  useUnload(() => leaving.current())
  const pending = useUploads(fileIds).some(upload => upload.state !== 'sent')
  const send = async () => {
    const lacks = form.words.trim() ? (pending ? words.uploading : undefined) : words.needWords
    setWrong(lacks)
    if (lacks || !draft) return
    await call(route, { id: question.id, eventId: draft.id, words: form.words.trim(), fileIds })
    for (const id of fileIds) discardFile(id)
    await drop()
    say(done)
    onClose()
    await onDone()
  }
  return { ...saying, send }
}

const SaySheet = (props: Props) => {
  const { question, verb, onClose } = props
  const { title, hint } = verbs[verb]
  const now = useNow()
  const { form, wrong, put, send } = useSaying(props)
  const passed = !question.can.includes(verb)
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={<Button words={words.send} kind="main" icon="send" disabled={passed} onTap={send} />}
    >
      <DangerSigns sign={judge(form.words).person}>
        <DangerPhones />
      </DangerSigns>
      {passed && <Passed kept />}
      {hint && <View className="hint">{hint}</View>}
      {question.replyUntil && <View className="hint">{words.until(dayAndTime(question.replyUntil, now))}</View>}
      <Field label={title} wrong={wrong}>
        <PrivateTextarea
          label={title}
          value={form.words}
          placeholder={askWords.make.wordsHint}
          most={questionLimits.words}
          bad={wrong !== undefined}
          onChange={text => put({ words: text })}
        />
      </Field>
      <Field label={words.files}>
        <FilePicker most={questionLimits.files} photoIds={form.photoIds} papers={form.papers} onChange={put} />
      </Field>
    </Sheet>
  )
}

/** Her turn: what the lawyer asked for, or one more question. */
export const SayMore = ({ question, onDone }: { question: Question; onDone: () => unknown }) => {
  const [verb, setVerb] = useState<Verb>()
  const open = (chosen: Verb) => {
    // One more 进展 message; WeChat only asks inside the tap.
    if (!question.danger) void askPermits(['progress', 'done'])
    setVerb(chosen)
  }
  const { can, followUpsLeft } = question
  const mayReply = can.includes('reply')
  const mayFollow = can.includes('follow-up') && followUpsLeft > 0
  if (!mayReply && !mayFollow && !verb) return null
  return (
    <>
      {(mayReply || mayFollow) && (
        <View className="dock">
          {mayReply && <Button words={words.reply} icon="pencil" kind="main" onTap={() => open('reply')} />}
          {mayFollow && <Button words={words.followUp(followUpsLeft)} icon="pencil" onTap={() => open('follow-up')} />}
        </View>
      )}
      {verb && <SaySheet question={question} verb={verb} onDone={onDone} onClose={() => setVerb(undefined)} />}
    </>
  )
}
