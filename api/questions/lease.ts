import { renewLease } from '@huiyin/db/questions/clock-queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { insertNote } from '@huiyin/db/questions/text-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { leaseEnd } from '@huiyin/shared/questions/question-clock.ts'
import type { Ctx } from '../core/context.ts'
import { about } from '../core/secrets.ts'
import { demandLease, type MoveInput, move, noLease, saveWords, termOf } from './move-question.ts'
import { takeUp } from './take-up.ts'

/** Keeps what he has written so far, and the lease with it: who types holds it. */
export const saveDraft = async (ctx: Ctx, input: { id: string; fence: number; words: string }) => {
  const hand = await takeUp(ctx, input.id)
  await demandLease(ctx, hand, input)
  if (input.words) await saveWords(ctx, input.id, input.words)
  const ground = (await findQuestionGround(ctx.db, hand.question.communityId, ctx.now)) ?? refuse('place-unknown')
  const until = leaseEnd(termOf(ctx.now, hand.question, ground))
  const holder = { personId: ctx.me.id, fence: input.fence }
  if (!(await renewLease(ctx.db, input.id, holder, until, ctx.now))) return refuse('lease-over')
  const { question } = await takeUp(ctx, input.id)
  return { leaseUntil: (question.leaseUntil ?? until).toISOString() }
}

/** Back to the queue by his own hand; his draft stays for him. */
export const releaseQuestion = (ctx: Ctx, input: MoveInput & { fence: number }) =>
  move(ctx, 'release', input, () => ({ patch: noLease, news: [] }))

/** A private note: no step of the history, and nothing that the asker ever gets. */
export const noteQuestion = async (
  ctx: Ctx,
  input: MoveInput & { fence: number; words: string },
): Promise<QuestionMoved> => {
  const hand = await takeUp(ctx, input.id)
  await demandLease(ctx, hand, input)
  const { question } = hand
  const note = {
    questionId: question.id,
    authorId: ctx.me.id,
    author: '法律顾问',
    seal: (id: string) => ctx.outside.keys.seal(input.words, about.questionText(id, 'note')),
  }
  await insertNote(ctx.db, input.eventId, note, ctx.now)
  return {
    id: question.id,
    state: question.state,
    seq: question.seq,
    fence: question.fence,
    leaseUntil: question.leaseUntil?.toISOString() ?? null,
  }
}
