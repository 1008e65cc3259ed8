import type { Ctx } from '@huiyin/api/core/context.ts'
import { inputHash } from '@huiyin/api/core/secrets.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { findPublication } from '@huiyin/db/questions/answer-queries.ts'
import {
  findAnswerComplaint,
  findQuestionBehind,
  hasComplained,
  insertAnswerComplaint,
} from '@huiyin/db/questions/complaint-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import { demandMove } from '@huiyin/shared/matters/offered.ts'
import { publicAnswerLife } from '@huiyin/shared/questions/public-answer-life.ts'
import type { LegalAnswerMoved } from '@huiyin/shared/questions/question.ts'
import { takeUp } from '../take-up.ts'
import { subjectOf } from './offered-text.ts'
import { reviewersToTell } from './reviewers.ts'

type Input = { id: string; eventId: string; reason: ComplaintReason }

/**
 * 举报: hides it at once and calls the second pair of eyes. One person is heard once about one text: once it has been restored, the
 * same person cannot hide it again.
 */
export const complainLegalAnswer = async (ctx: Ctx, input: Input): Promise<LegalAnswerMoved> => {
  const hash = inputHash({ complain: input })
  const questionId = (await findQuestionBehind(ctx.db, input.id)) ?? refuse('not-found')
  const made = await findAnswerComplaint(ctx.db, input.eventId)
  if (made && made.personId !== ctx.me.id) return refuse('not-found')
  if (made && made.inputHash !== hash) return refuse('id-reused')
  if (!made && !(await hasComplained(ctx.db, questionId, ctx.me.id))) await complain(ctx, input, questionId, hash)
  const publication = await findPublication(ctx.db, questionId)
  return { id: input.id, state: publication?.state === 'public' ? 'public' : 'hidden' }
}

const complain = async (ctx: Ctx, { eventId, reason }: Input, questionId: string, hash: string): Promise<void> => {
  const hand = await takeUp(ctx, questionId)
  const publication = (await findPublication(ctx.db, questionId)) ?? refuse('not-found')
  demandMove(publicAnswerLife, ctx.me, 'complain', subjectOf(publication, hand), ctx.now)
  const row = { eventId, questionId, personId: ctx.me.id, reason, inputHash: hash, at: ctx.now }
  const notices = await reviewersToTell(ctx, hand.question, publication.authorId, 'task-question-complained')
  try {
    if (!(await insertAnswerComplaint(ctx.db, row, notices))) refuse('not-found')
  } catch (error) {
    // Its twin was quicker: it is heard already.
    if (codeOf(error) !== '23505') throw error
  }
}
