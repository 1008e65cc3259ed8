import * as z from 'zod/mini'
import { At, Code, Id } from '../core/fields.ts'
import { SealedFile } from '../photos/sealed-file.ts'
import { Adviser, AgeBand, TopicName } from './asking-routes.ts'
import { circles, questionEvents, questionStates } from './question-states.ts'

export const QuestionStateName = z.enum(questionStates)
export const CircleName = z.enum(circles)

/** Before she types: who is going to read it. `speech`: she has agreed to dictation by a third party. */
export const Readers = z.object({
  village: z.string(),
  adviser: z.nullable(Adviser),
  duty: z.nullable(Adviser),
  speech: z.boolean(),
})
export type Readers = z.infer<typeof Readers>

/** One line of her own list. `danger`: shown without topic. */
export const QuestionCard = z.object({
  id: Id,
  number: z.string(),
  state: QuestionStateName,
  topic: z.nullable(TopicName),
  danger: z.boolean(),
  answerBy: At,
  late: z.boolean(),
  at: At,
})
export type QuestionCard = z.infer<typeof QuestionCard>

export const textKinds = ['story', 'ask-back', 'reply', 'answer', 'follow-up', 'note'] as const
/** One thing said. `note`: the adviser's own, never in what the asker gets. `aid`: the reminder of legal aid that goes with an answer. */
export const QuestionText = z.object({
  id: Id,
  kind: z.enum(textKinds),
  by: z.string(),
  mine: z.boolean(),
  words: z.string(),
  aid: z.nullable(z.string()),
  files: z.array(SealedFile),
  at: At,
})
export type QuestionText = z.infer<typeof QuestionText>

/** Where it could go on, as the adviser suggests it; nothing goes anywhere before she agrees. */
export const suggestions = ['consultation', 'report'] as const
export const Suggestion = z.enum(suggestions)
export type Suggestion = z.infer<typeof Suggestion>

/** `offered`: to the asker; `approved` by her, waits for the second reviewer; `public`; `hidden` by a complaint. */
export const publicationStates = ['offered', 'approved', 'refused', 'public', 'hidden', 'withdrawn'] as const
/** It was shown to everybody, and may be again. */
export const shownStates = ['public', 'hidden'] as const satisfies readonly (typeof publicationStates)[number][]
export const isShown = (state: (typeof publicationStates)[number]): boolean => state === 'public' || state === 'hidden'
export const AnswerPublication = z.object({
  state: z.enum(publicationStates),
  question: z.string(),
  answer: z.string(),
})
export type AnswerPublication = z.infer<typeof AnswerPublication>

export const Rating = z.enum(['good', 'fair', 'poor'])

/** A question with everything that this reader may see. `reader`: as whom. */
export const Question = z.object({
  id: Id,
  number: z.string(),
  state: QuestionStateName,
  circle: CircleName,
  topic: z.nullable(TopicName),
  village: z.string(),
  ageBand: AgeBand,
  againstCommittee: z.boolean(),
  danger: z.boolean(),
  anonymous: z.boolean(),
  at: At,
  answerBy: At,
  late: z.boolean(),
  reader: z.enum(['asker', 'holder', 'township']),
  asker: z.string(),
  /** Who holds it, or answered last. */
  adviser: z.nullable(Adviser),
  ahead: z.nullable(z.int()),
  otherSide: z.nullable(z.string()),
  /** How she can be reached without putting her in danger. */
  safeContact: z.nullable(z.string()),
  texts: z.array(QuestionText),
  steps: z.array(z.object({ seq: z.int(), event: z.enum(questionEvents), by: z.string(), at: At })),
  looks: z.array(z.object({ by: z.string(), reason: z.string(), at: At })),
  lease: z.nullable(z.object({ fence: z.int(), until: At })),
  draft: z.nullable(z.string()),
  followUpsLeft: z.int(),
  /** Until when she may reply or ask on; null when it is not her turn. */
  replyUntil: z.nullable(At),
  /** Whose lawyers she asked: there she would book one. */
  communityId: Code,
  suggestion: z.nullable(Suggestion),
  agreed: z.boolean(),
  rating: z.nullable(Rating),
  publication: z.nullable(AnswerPublication),
  can: z.array(z.string()),
})
export type Question = z.infer<typeof Question>

/** What a move answers. `fence` and `leaseUntil` while the caller holds it. */
export const QuestionMoved = z.object({
  id: Id,
  state: QuestionStateName,
  seq: z.int(),
  fence: z.nullable(z.int()),
  leaseUntil: z.nullable(At),
})
export type QuestionMoved = z.infer<typeof QuestionMoved>

/** 普法问答, for everybody. */
export const LegalAnswer = z.object({
  id: Id,
  topic: z.nullable(TopicName),
  question: z.string(),
  answer: z.string(),
  at: At,
})
export type LegalAnswer = z.infer<typeof LegalAnswer>

/** Where a legal answer stands after a complaint. */
export const LegalAnswerMoved = z.object({ id: Id, state: z.enum(['public', 'hidden']) })
export type LegalAnswerMoved = z.infer<typeof LegalAnswerMoved>
