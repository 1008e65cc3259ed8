import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type QuestionMoveInput, sealed } from '../move-question.ts'
import { onceMore } from './once-more.ts'

type Said = QuestionMoveInput & { words: string; fileIds: string[] }

/** Her answer to what he asked back: it goes to him first, and a new term begins. */
export const replyQuestion = (ctx: Ctx, input: Said) =>
  move(ctx, 'reply', input, async matter => ({
    ...(await onceMore(ctx, matter, matter.question.preferredId, input.words)),
    texts: [sealed(ctx, input.eventId, 'reply', input.words)],
    fileIds: input.fileIds,
  }))
