import type { Ctx } from '@huiyin/api/core/context.ts'
import { ratingToo } from '@huiyin/db/reports/extra-queries.ts'
import type { ReportSubject } from '@huiyin/shared/reports/report-life.ts'
import { askerOf } from '@huiyin/shared/reports/two-keys.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { inCharge, tell } from '../notices.ts'
import { closing, visitDrawn } from './closing.ts'

/** 确认并评价: closes the matter. The rating and its words stay out of the history: staff see only delayed sums. */
export const confirmReport = (
  ctx: Ctx,
  { words, ...input }: ReportMoveInput & { rating?: 'good' | 'fair' | 'poor' | undefined },
) =>
  move(ctx, 'confirm', { ...input, comment: words }, (matter, { it }) => ({
    patch: closing(ctx.now, matter.report),
    notices: tell(inCharge(matter.report), 'task-confirmed', matter.report),
    extras: [
      ...(rates(ctx, it) && input.rating ? [ratingToo(input.eventId, input.rating, words ?? null, ctx.now)] : []),
      visitDrawn(matter, { poor: input.rating === 'poor', eventId: input.eventId, now: ctx.now }),
    ],
  }))

/** Somebody of the staff who looked for her says that it is solved, and rates nobody. */
const rates = ({ me }: Ctx, it: ReportSubject) => it.joined || askerOf(it) === me.id
