import type { Ctx } from '@huiyin/api/core/context.ts'
import { findPublication, movePublication } from '@huiyin/db/questions/answer-queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts, tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandEver, demandMove } from '@huiyin/shared/matters/offered.ts'
import { type PublicAnswerState, publicAnswerLife } from '@huiyin/shared/questions/public-answer-life.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { candidatesOf } from '../counsel.ts'
import { tellAdvisers, tellJustice } from '../notices.ts'
import { type QuestionHand, takeUp } from '../take-up.ts'
import { subjectOf } from './offered-text.ts'

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
    if (to === 'approved') await tellReviewers(ctx, question, it.authorId, input.eventId)
  }
  return { id: question.id, state: question.state, seq: question.seq, fence: null, leaseUntil: null }
}

/** Again is no harm. */
const isDecided = (state: PublicAnswerState, decision: 'approve' | 'refuse' | 'withdraw') =>
  state === { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' }[decision]

/** The second pair of eyes: the justice office, without who wrote the text or is in a conflict; where nobody is left there, the advisers. */
const tellReviewers = async (ctx: Ctx, question: QuestionHand['question'], authorId: string, eventId: string) => {
  const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('place-unknown')
  const facts = { ...question, village: ground.community.name }
  const candidates = candidatesOf(ground, question, await listConflicts(ctx.db, question.id))
  const [office, advisers] = [candidates.township, candidates.pool].map(all =>
    all.filter(it => it.personId !== authorId),
  )
  const notices = office?.length ? tellJustice(office, alert, facts) : tellAdvisers(advisers ?? [], alert, facts)
  await tellOfQuestion(ctx.db, question.id, notices, eventId, ctx.now)
}
const alert = 'task-question-review'
