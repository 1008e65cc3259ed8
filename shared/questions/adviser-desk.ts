import * as z from 'zod/mini'
import { At, Id } from '../core/fields.ts'
import { ComplaintReason } from '../matters/complaint.ts'
import { AgeBand, TopicName } from './asking-routes.ts'
import { CircleName, QuestionStateName } from './question.ts'

/** One line of an adviser's queue: nothing that anybody wrote. */
export const QueueItem = z.object({
  id: Id,
  number: z.string(),
  topic: z.nullable(TopicName),
  village: z.string(),
  circle: CircleName,
  danger: z.boolean(),
  againstCommittee: z.boolean(),
  answerBy: At,
  late: z.boolean(),
  at: At,
})
export type QueueItem = z.infer<typeof QueueItem>

/** What an adviser sees before the story, to know whether he may read it. `keptUntil`: nobody else is shown it until then. */
export const DisclosureCard = z.extend(QueueItem, {
  ageBand: AgeBand,
  otherSide: z.nullable(z.string()),
  keptUntil: z.nullable(At),
  /** He has begun an answer before; it comes back with the claim. */
  hasDraft: z.boolean(),
})
export type DisclosureCard = z.infer<typeof DisclosureCard>

/** A question in his hands. `fence` belongs to every word that he writes about it. */
export const HeldItem = z.extend(QueueItem, { fence: z.int(), leaseUntil: At })
export type HeldItem = z.infer<typeof HeldItem>

/** A ready-made piece of an answer, an adviser's own. */
export const Paragraph = z.object({ id: Id, title: z.string(), words: z.string() })
export type Paragraph = z.infer<typeof Paragraph>

/** `ratings` are a week old at least, and null below five. Minutes count day and night. */
export const AdviserFigures = z.object({
  answered: z.int(),
  medianMinutes: z.nullable(z.int()),
  ratings: z.nullable(z.object({ good: z.int(), fair: z.int(), poor: z.int() })),
})
export type AdviserFigures = z.infer<typeof AdviserFigures>

/** One line of the township's desk: nothing that anybody wrote. */
export const DeskItem = z.extend(QueueItem, { state: QuestionStateName, holder: z.nullable(z.string()) })
export type DeskItem = z.infer<typeof DeskItem>

/** An adviser to whom the township can give a question; `holding`: how many he has in hand now. */
export const AdviserChoice = z.object({
  id: Id,
  title: z.string(),
  name: z.string(),
  firm: z.nullable(z.string()),
  villages: z.array(z.string()),
  holding: z.int(),
})
export type AdviserChoice = z.infer<typeof AdviserChoice>

/** A text that its asker has approved, or that somebody has complained of, for the second reviewer. */
export const AnswerReview = z.object({
  id: Id,
  topic: z.nullable(TopicName),
  question: z.string(),
  answer: z.string(),
  /** Who wrote it. */
  by: z.string(),
  at: At,
  /** Why it is hidden, newest first; none while it was never shown. */
  complaints: z.array(ComplaintReason),
})
export type AnswerReview = z.infer<typeof AnswerReview>
