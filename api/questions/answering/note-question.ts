import type { Ctx } from '@huiyin/api/core/context.ts'
import { findText, insertNote } from '@huiyin/db/questions/text-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import type { QuestionMoveInput } from '../move-question.ts'
import { aboutText } from '../sealed-texts.ts'
import { takeUp } from '../take-up.ts'
import { whoWords } from '../words.ts'
import { demandLease } from './demand-lease.ts'

/** A private note: no step of the history, and nothing that the asker ever gets. */
export const noteQuestion = async (
  ctx: Ctx,
  input: QuestionMoveInput & { fence: number; words: string },
): Promise<QuestionMoved> => {
  const hand = await takeUp(ctx, input.id)
  await demandLease(ctx, hand, input.fence, undefined)
  const { question } = hand
  const note = {
    questionId: question.id,
    authorId: ctx.me.id,
    author: whoWords.adviser,
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
const demandSameNote = async (ctx: Ctx, { id, eventId, words }: QuestionMoveInput & { words: string }) => {
  const before = await findText(ctx.db, eventId)
  const same = before?.questionId === id && before.authorId === ctx.me.id && before.kind === 'note'
  if (!same || ctx.outside.keys.open(before.cipher, aboutText(eventId, 'note')) !== words) refuse('id-reused')
}
