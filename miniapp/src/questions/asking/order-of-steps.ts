import { judge } from '@huiyin/shared/core/words/judge.ts'
import { guessTopic } from '@huiyin/shared/questions/guess-topic.ts'
import type { Topic } from '@huiyin/shared/questions/topics.ts'
import type { QuestionForm, StepName } from './new-question.ts'

const signIn = (form: QuestionForm) => judge(form.words).person

/** Said so, or clear from the words. */
export const isDanger = (form: QuestionForm) => form.danger || signIn(form)?.sure === true

/** Her words may mean danger, and she has not been asked yet. */
export const isDoubtful = (form: QuestionForm) => !isDanger(form) && !form.safe && signIn(form) !== undefined

/** In danger, and while there is doubt, nothing of it is kept on the phone. */
export const isSecret = (form: QuestionForm) => isDanger(form) || isDoubtful(form)

export const topicOf = (form: QuestionForm): Topic | null =>
  form.topic === undefined ? (guessTopic(form.words) ?? null) : form.topic

/** What is asked of her, in order. In danger nothing that can wait. */
export const stepsOf = (form: QuestionForm): StepName[] => {
  if (isDanger(form)) return ['words', 'check']
  return form.ageBand === 'under14'
    ? ['words', 'other', 'who', 'guardian', 'check']
    : ['words', 'other', 'who', 'check']
}

/** The step that lacks something before it can be sent. */
export const lacking = (form: QuestionForm): 'words' | 'guardian' | 'village' | undefined => {
  if (form.words.trim() === '') return 'words'
  if (form.ageBand === 'under14' && !form.guardianAgrees && !isDanger(form)) return 'guardian'
  return form.village ? undefined : 'village'
}

/** Where 下一步 leads; from a step that was only changed, back to the check. */
export const after = (form: QuestionForm, changing: boolean): StepName => {
  if (changing) return lacking(form) === 'guardian' ? 'guardian' : 'check'
  const steps = stepsOf(form)
  return steps[steps.indexOf(form.step) + 1] ?? 'check'
}

/** Where 上一步 leads. */
export const before = (form: QuestionForm, changing: boolean): StepName => {
  if (changing) return 'check'
  const steps = stepsOf(form)
  return steps[steps.indexOf(form.step) - 1] ?? 'begin'
}
