import { findQuestion, type QuestionInHand, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { QuestionSubject } from '@huiyin/shared/questions/question-life.ts'
import { isOwed } from '@huiyin/shared/questions/question-states.ts'
import type { Ctx } from '../core/context.ts'

/** `repeated`: the step of this tap stands already. */
export type QuestionHand = { question: QuestionRow; it: QuestionSubject; repeated: boolean }

/** The law firms of who asks. */
export const firmsOf = ({ me }: Pick<Ctx, 'me'>): string[] =>
  me.posts.flatMap(post => (post.role === 'adviser' && post.unitId ? [post.unitId] : []))

/** A question as it stands for this person, now. */
export const takeUp = async (
  ctx: Pick<Ctx, 'db' | 'me' | 'now'>,
  id: string,
  eventId?: string,
): Promise<QuestionHand> => {
  const found = (await findQuestion(ctx.db, id, ctx.me.id, firmsOf(ctx), ctx.now, eventId)) ?? refuse('not-found')
  return { question: found.question, it: subjectOf(ctx, found), repeated: found.repeated }
}

type Reader = Pick<Ctx, 'me' | 'now'>

/** A lease counts while it runs, and while its holder has a duty in the township. */
const subjectOf = (ctx: Reader, { question, repeated: _, ...known }: QuestionInHand): QuestionSubject => {
  const runs = question.leaseUntil !== null && question.leaseUntil > ctx.now
  const released = question.holderId === ctx.me.id && !answersIn(ctx, question.townshipId)
  const offered = question.offeredUntil !== null && question.offeredUntil > ctx.now
  return {
    ...question,
    ...known,
    holderId: runs && !released ? question.holderId : null,
    owed: isOwed(question.state),
    offeredElsewhere: offered && question.offeredTo !== ctx.me.id,
  }
}

const answersIn = ({ me }: Reader, townshipId: string): boolean =>
  me.posts.some(it => ['adviser', 'justice'].includes(it.role) && it.areaPath.split('/').includes(townshipId))
