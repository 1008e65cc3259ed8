import { renewLease } from '@huiyin/db/questions/clock-queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { findText, insertNote } from '@huiyin/db/questions/text-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { leaseEnd } from '@huiyin/shared/questions/question-clock.ts'
import type { Ctx } from '../core/context.ts'
import { benchOf } from './counsel.ts'
import { demandLease, saveWords } from './demand-lease.ts'
import { type MoveInput, move, noLease, termOf } from './move-question.ts'
import { tellOthers } from './question-clock.ts'
import { aboutText } from './sealed-texts.ts'
import { takeUp } from './take-up.ts'

/** Keeps what he has written so far, and the lease with it: who types holds it. */
export const saveDraft = async (ctx: Ctx, input: { id: string; fence: number; words: string }) => {
  const hand = await takeUp(ctx, input.id)
  await demandLease(ctx, hand, input.fence, input.words)
  if (input.words) await saveWords(ctx, input.id, input.words)
  const ground = (await findQuestionGround(ctx.db, hand.question.communityId, ctx.now)) ?? refuse('bug')
  const until = leaseEnd(termOf(ctx.now, hand.question, ground))
  const holder = { personId: ctx.me.id, fence: input.fence }
  if (!(await renewLease(ctx.db, input.id, holder, until, ctx.now))) return refuse('lease-over')
  const { question } = await takeUp(ctx, input.id)
  return { leaseUntil: (question.leaseUntil ?? until).toISOString() }
}

/** Back to the queue by his own hand: his draft stays for him, and the others are told. */
export const releaseQuestion = (ctx: Ctx, input: MoveInput & { fence: number }) =>
  move(ctx, 'release', input, async ({ question, ground, told }) => {
    const bench = benchOf(ground, question, await listConflicts(ctx.db, question.id))
    return { patch: noLease, news: tellOthers(bench, question, told) }
  })

/** A private note: no step of the history, and nothing that the asker ever gets. */
export const noteQuestion = async (
  ctx: Ctx,
  input: MoveInput & { fence: number; words: string },
): Promise<QuestionMoved> => {
  const hand = await takeUp(ctx, input.id)
  await demandLease(ctx, hand, input.fence, undefined)
  const { question } = hand
  const note = {
    questionId: question.id,
    authorId: ctx.me.id,
    author: '法律顾问',
    seal: (id: string) => ctx.outside.keys.seal(input.words, aboutText(id, 'note')),
  }
  if (!(await insertNote(ctx.db, input.eventId, note, ctx.now))) await demandSameNote(ctx, input)
  return {
    id: question.id,
    state: question.state,
    seq: question.seq,
    fence: question.fence,
    leaseUntil: question.leaseUntil?.toISOString() ?? null,
  }
}

/** The number of this note is taken: by this very note, or by another. */
const demandSameNote = async (ctx: Ctx, { id, eventId, words }: MoveInput & { words: string }) => {
  const before = await findText(ctx.db, eventId)
  const same = before?.questionId === id && before.authorId === ctx.me.id && before.kind === 'note'
  if (!same || ctx.outside.keys.open(before.cipher, aboutText(eventId, 'note')) !== words) refuse('id-reused')
}
