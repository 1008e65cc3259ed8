import { ratingToo } from '@huiyin/db/reports/write-queries.ts'
import type { Ctx } from '../core/context.ts'
import { type MoveInput, move } from './move-report.ts'
import { tell } from './news.ts'

/** 确认并评价: closes the matter. The rating and its words stay out of the history: staff see only delayed sums. */
export const confirmReport = (ctx: Ctx, { words, ...input }: MoveInput & { rating: 'good' | 'fair' | 'poor' }) =>
  move(ctx, 'confirm', { ...input, comment: words }, ({ report }) => ({
    patch: { dueAt: null, dueFor: null },
    news: tell([report.ownerId], 'task-confirmed', report),
    extra: ratingToo(input.eventId, input.rating, words ?? null, ctx.now),
  }))
