import type { Ctx } from '@huiyin/api/core/context.ts'
import { move, type QuestionMoveInput, sealed } from '../move-question.ts'
import { onceMore } from './once-more.ts'

type Said = QuestionMoveInput & { words: string; fileIds: string[] }

/** 接着问: up to three times within a week, to whom has answered first. */
export const followUp = (ctx: Ctx, input: Said) =>
  move(ctx, 'follow-up', input, async matter => {
    const { question } = matter
    const again = await onceMore(ctx, matter, question.answeredBy, input.words)
    return {
      ...again,
      patch: { ...again.patch, followUps: question.followUps + 1 },
      texts: [sealed(ctx, input.eventId, 'follow-up', input.words)],
      fileIds: input.fileIds,
    }
  })
