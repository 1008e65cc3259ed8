import { findQuestion, type QuestionInHand, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { isOwed } from '@huiyin/shared/questions/question-moves.ts'
import type { QuestionSubject } from '@huiyin/shared/questions/question-policy.ts'
import type { Ctx } from '../core/context.ts'

/** `repeated`: the step of this tap stands already. */
export type Hand = { question: QuestionRow; subject: QuestionSubject; repeated: boolean }

/** The law firms of who asks. */
export const firmsOf = ({ me }: Pick<Ctx, 'me'>): string[] =>
  me.posts.flatMap(post => (post.role === 'adviser' && post.unitId ? [post.unitId] : []))

/** A question as it stands for this person, now. */
export const takeUp = async (ctx: Ctx, id: string, eventId?: string): Promise<Hand> => {
  const found = (await findQuestion(ctx.db, id, ctx.me.id, firmsOf(ctx), ctx.now, eventId)) ?? refuse('not-found')
  return { question: found.question, subject: subjectOf(found, ctx.now), repeated: found.repeated }
}

const subjectOf = ({ question, held, conflicted, paid }: QuestionInHand, now: Date): QuestionSubject => ({
  ...question,
  holderId: question.leaseUntil && question.leaseUntil > now ? question.holderId : null,
  held,
  conflicted,
  owed: isOwed(question.state),
  paid,
})
