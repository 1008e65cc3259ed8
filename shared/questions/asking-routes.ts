import * as z from 'zod/mini'
import { At, Code, Id, words } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { questionLimits } from './question-limits.ts'
import { topics } from './topics.ts'

export const TopicName = z.enum(topics)

/** `under14` needs a guardian at hand. */
export const ageBands = ['under14', 'minor', 'adult', 'elder'] as const
export const AgeBand = z.enum(ageBands)
export type AgeBand = z.infer<typeof AgeBand>
export const ageBandNames: Record<AgeBand, string> = {
  under14: '不满 14 岁',
  minor: '14–17 岁',
  adult: '18–59 岁',
  elder: '60 岁以上',
}

export { questionLimits }

/** Somebody who answers, as residents read it. `firm`: the law firm. */
export const Adviser = z.object({ title: z.string(), name: z.string(), firm: z.nullable(z.string()) })
export type Adviser = z.infer<typeof Adviser>

/** `ahead`: how many wait before her (counted to `aheadMost`). */
export const QuestionReceipt = z.object({
  id: Id,
  number: z.string(),
  village: z.string(),
  ahead: z.int(),
  answerBy: At,
  danger: z.boolean(),
  adviser: z.nullable(Adviser),
  at: At,
})
export type QuestionReceipt = z.infer<typeof QuestionReceipt>

export const fileIds = () =>
  z._default(
    z.array(Id).check(
      z.maxLength(questionLimits.files),
      z.refine(ids => new Set(ids).size === ids.length),
    ),
    [],
  )

/** `id` is made on the phone when the page opens; it is also the id of the first step. Files may still be on their way. */
export const NewQuestion = z.object({
  id: Id,
  communityId: Code,
  words: words(questionLimits.words),
  fileIds: fileIds(),
  topic: z.optional(TopicName),
  ageBand: AgeBand,
  /** Under 14: a guardian beside the child has agreed. Never asked for in danger. */
  guardianAgrees: z._default(z.boolean(), false),
  /** For the conflict check alone. */
  otherSide: z.optional(words(40)),
  againstCommittee: z._default(z.boolean(), false),
  /** Towards everybody but the adviser. */
  anonymous: z._default(z.boolean(), false),
  /** 我现在不安全. Signs in the words count as well. */
  danger: z._default(z.boolean(), false),
  safeContact: z.optional(words(60)),
})
export type NewQuestion = z.infer<typeof NewQuestion>

/** What the mini-program needs of questions from its first screen on: what was written sends itself from anywhere. */
export const askingRoutes = {
  askQuestion: route({
    method: 'POST',
    path: '/api/questions',
    summary: '问律师（加密保存，只有接单的法律顾问看得到）',
    access: 'person',
    status: 201,
    input: NewQuestion,
    answer: QuestionReceipt,
    problems: ['place-unknown', 'no-adviser', 'guardian-needed', 'id-reused', 'not-found', 'too-many'],
  }),
}
