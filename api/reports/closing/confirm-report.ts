import type { Ctx } from '@huiyin/api/core/context.ts'
import { ratingToo } from '@huiyin/db/reports/extra-queries.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { inCharge, tell } from '../notices.ts'
import { closing, visitDrawn } from './closing.ts'

/** 确认并评价: closes the matter. The rating and its words stay out of the history: staff see only delayed sums. */
export const confirmReport = (ctx: Ctx, { words, ...input }: ReportMoveInput & { rating: 'good' | 'fair' | 'poor' }) =>
  move(ctx, 'confirm', { ...input, comment: words }, matter => ({
    patch: closing(ctx.now),
    notices: tell(inCharge(matter.report), 'task-confirmed', matter.report),
    extras: [
      ratingToo(input.eventId, input.rating, words ?? null, ctx.now),
      visitDrawn(matter, { poor: input.rating === 'poor', eventId: input.eventId, now: ctx.now }),
    ],
  }))
