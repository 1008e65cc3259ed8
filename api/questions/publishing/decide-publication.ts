import type { Ctx } from '@huiyin/api/core/context.ts'
import { findPublication, movePublication } from '@huiyin/db/questions/answer-queries.ts'
import { tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandEver, demandMove } from '@huiyin/shared/matters/offered.ts'
import { type PublicAnswerState, publicAnswerLife } from '@huiyin/shared/questions/public-answer-life.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { type QuestionHand, takeUp } from '../take-up.ts'
import { subjectOf } from './offered-text.ts'
import { reviewersToTell } from './reviewers.ts'

/** A text for everybody as it stands for this person; refused to whom no text was offered. */
const takeUpText = async (ctx: Ctx, hand: QuestionHand) => {
  const publication = (await findPublication(ctx.db, hand.question.id)) ?? refuse('wrong-state')
  return { publication, it: subjectOf(publication, hand) }
}

/** Her consent to a text for everybody, its refusal, or taking it back: what is taken back is gone with the same statement. */
export const decidePublication = async (
  ctx: Ctx,
  input: Input<(typeof questionRoutes)['decidePublication']>,
): Promise<QuestionMoved> => {
  const hand = await takeUp(ctx, input.id)
  demandEver(questionLife, ctx.me, 'publish', hand.it)
  const { question } = hand
  const { it } = await takeUpText(ctx, hand)
  if (!isDecided(it.state, input.decision)) {
    const to = demandMove(publicAnswerLife, ctx.me, input.decision, it, ctx.now)
    if (!(await movePublication(ctx.db, question.id, [it.state], to, ctx.now))) return decidePublication(ctx, input)
    if (to === 'approved') {
      const notices = await reviewersToTell(ctx, question, it.authorId, 'task-question-review')
      await tellOfQuestion(ctx.db, question.id, notices, input.eventId, ctx.now)
    }
  }
  return { id: question.id, state: question.state, seq: question.seq, fence: null, leaseUntil: null }
}

/** Again is no harm. */
const isDecided = (state: PublicAnswerState, decision: 'approve' | 'refuse' | 'withdraw') =>
  state === { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' }[decision]
