import type { AgeBand, NewQuestion } from '@huiyin/shared/questions/asking-routes.ts'
import type { Topic } from '@huiyin/shared/questions/topics.ts'
import type { Paper } from '@/core/photos/paper.ts'
import type { Draft } from '@/core/sending/drafts.ts'
import type { Village } from '@/grids/village.ts'

/** `begin` says who will read it; the others ask one thing each. */
export const stepNames = ['begin', 'words', 'other', 'who', 'guardian', 'check'] as const
export type StepName = (typeof stepNames)[number]

/** What she has said so far, and where she stands. `topic`: hers, null for none; the guess counts while it is undefined. */
export type QuestionForm = {
  step: StepName
  village: Village | undefined
  words: string
  photoIds: string[]
  papers: Paper[]
  otherSide: string
  againstCommittee: boolean
  ageBand: AgeBand
  anonymous: boolean
  guardianAgrees: boolean
  topic?: Topic | null | undefined
  danger: boolean
  /** Asked whether she is safe, she said yes. */
  safe?: boolean | undefined
  safeContact: string
}

export const blankQuestion: QuestionForm = {
  step: 'begin',
  village: undefined,
  words: '',
  photoIds: [],
  papers: [],
  otherSide: '',
  againstCommittee: false,
  ageBand: 'adult',
  anonymous: false,
  guardianAgrees: false,
  danger: false,
  safeContact: '',
}

export const isBlank = (form: QuestionForm) =>
  form.words.trim() === '' && form.photoIds.length === 0 && form.papers.length === 0

const text = (typed: string) => typed.trim() || undefined

export const toNewQuestion = ({ id, form }: Pick<Draft<QuestionForm>, 'id' | 'form'>): NewQuestion => ({
  id,
  communityId: form.village?.id ?? '',
  words: form.words.trim(),
  fileIds: [...form.photoIds, ...form.papers.map(paper => paper.id)],
  topic: form.topic ?? undefined,
  ageBand: form.ageBand,
  guardianAgrees: form.guardianAgrees,
  otherSide: text(form.otherSide),
  againstCommittee: form.againstCommittee,
  anonymous: form.anonymous,
  danger: form.danger,
  safeContact: text(form.safeContact),
})

/** Of a question that went out no word stays on the phone. */
export const remainsOfQuestion = (form: unknown): Pick<QuestionForm, 'photoIds' | 'papers'> => {
  const { photoIds, papers } = form as QuestionForm
  return { photoIds, papers }
}
