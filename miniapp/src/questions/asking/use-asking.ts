import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { useUnload } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { askPermits } from '@/core/ask-permits.ts'
import { goOnTo } from '@/core/go-to.ts'
import { useForm } from '@/core/sending/use-form.ts'
import { discardFile, discardOnceSent, drafts, filesOf, outbox } from '@/core/sending/wire.ts'
import { toLacking, toTop } from '@/core/to-top.ts'
import { say } from '@/core/toast.ts'
import type { Village } from '@/grids/village.ts'
import { askWords } from './ask-words.ts'
import { blankQuestion, isBlank, type QuestionForm, type StepName } from './new-question.ts'
import { after, before, isDanger, isDoubtful, isSecret, lacking, topicOf } from './order-of-steps.ts'
import { sendQuestion } from './send-question.ts'
import { useFirstVillage } from './use-village.ts'

const { make } = askWords
const wrongWords = { words: make.needWords, guardian: make.needGuardian, village: make.needVillage } as const

/** What is laid over the steps: the numbers (she tapped for them, or her words ask for them), the question whether she is safe, or the choice of a village. */
type Over = 'unsafe' | 'signs' | 'doubt' | 'village'

/** What she said so far, what it lacks, and what is laid over the steps. */
const useFilling = () => {
  const filling = useForm<QuestionForm, keyof typeof wrongWords>('question', blankQuestion, {
    isUntouched: isBlank,
    isSecret,
  })
  const [over, setOver] = useState<Over>()
  const { draft, form, change, setWrong } = filling
  useFirstVillage(draft !== undefined, form.village, village => change({ village }))
  const lacks = (what: keyof typeof wrongWords) => {
    setWrong(what)
    say(wrongWords[what])
    toLacking()
    if (what === 'village') setOver('village')
  }
  return { ...filling, over, setOver, lacks }
}
type Filling = ReturnType<typeof useFilling>

/** Every way on from where she stands. */
const useSteps = ({ form, put, lacks, setOver }: Filling) => {
  const [changing, setChanging] = useState(false)
  const goTo = (step: StepName) => {
    put({ step })
    toTop()
  }
  /** To whatever a line of the check, or a step, leads. */
  const follow = (step: StepName) => {
    if (step === 'check') setChanging(false)
    goTo(step)
  }
  const next = () => {
    if (form.step === 'begin' && !form.village) return lacks('village')
    const missing = lacking(form)
    if (missing === form.step) return lacks(missing)
    if (form.step === 'words' && !form.danger && isDanger(form)) return setOver('signs')
    if (form.step === 'words' && isDoubtful(form)) return setOver('doubt')
    follow(after(form, changing))
  }
  const goOnSafe = () => {
    setOver(undefined)
    put({ safe: true, step: after({ ...form, safe: true }, changing) })
    setChanging(false)
    toTop()
  }
  const back = () => follow(before(form, changing))
  const changeOne = (what: StepName | 'village' | 'danger') => {
    if (what === 'village') return setOver('village')
    if (what === 'danger') return setOver('signs')
    setChanging(true)
    goTo(what)
  }
  const goOnInDanger = () => {
    setOver(undefined)
    setChanging(false)
    put({ danger: true, step: form.words.trim() ? 'check' : 'words' })
  }
  return { goTo, next, back, changeOne, goOnInDanger, goOnSafe }
}

/** A secret draft ends with the page, and its files with it, unless it went out. */
const useForgetting = ({ draft, form }: Filling) => {
  const gone = useRef(false)
  const forget = () => {
    if (!draft || gone.current) return
    for (const id of filesOf(draft)) discardFile(id)
    drafts.erase(draft.id)
  }
  const leaving = useRef(() => {})
  leaving.current = () => {
    if (isSecret(form)) forget()
  }
  useUnload(() => leaving.current())
  return { gone, forget }
}

type Way = { goTo: (step: StepName) => void; gone: { current: boolean } }

const sending =
  ({ draft, form, lacks }: Filling, { goTo, gone }: Way) =>
  () => {
    if (!draft) return
    const missing = lacking(form)
    if (missing && missing !== 'village') goTo(missing)
    if (missing) return lacks(missing)
    const receipt = () => goOnTo(questionPages.receipt, { id: draft.id })
    const whole = { ...draft, form: { ...form, topic: topicOf(form) } }
    const sendNow = async () => {
      await sendQuestion(whole)
      gone.current = true
      discardOnceSent(filesOf(draft))
      await receipt()
    }
    // In danger nothing lies on the phone, waiting for a network, and no message is asked for.
    if (isDanger(form)) return sendNow()
    // Nothing may be awaited before this: WeChat only asks inside the tap.
    const asked = askPermits(['progress', 'done'])
    void outbox.submit(whole)
    return asked.then(receipt)
  }

/** Asking step by step: what she said so far, where she stands, and every way on from there. */
export const useAsking = () => {
  const filling = useFilling()
  const { goTo, ...steps } = useSteps(filling)
  const { gone, forget } = useForgetting(filling)
  const { draft, form, restored, over, setOver, put, wrong, drop } = filling
  const chooseVillage = (village: Village) => {
    put({ village })
    setOver(undefined)
  }
  const startOver = () => {
    forget()
    return drop()
  }
  return {
    draft,
    form,
    restored,
    over,
    setOver,
    put,
    wrong: wrong && wrongWords[wrong],
    ...steps,
    chooseVillage,
    send: sending(filling, { goTo, gone }),
    startOver,
    forget,
  }
}

export type Asking = ReturnType<typeof useAsking>
