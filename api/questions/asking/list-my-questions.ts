import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import { listAsked } from '@huiyin/db/questions/queue-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { QuestionCard } from '@huiyin/shared/questions/question.ts'
import { isQuestionLate } from '@huiyin/shared/questions/question-clock.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'

export const listMyQuestions = async (
  ctx: Ctx,
  { cursor, limit }: Input<(typeof questionRoutes)['listMyQuestions']>,
): Promise<Page<QuestionCard>> => {
  const rows = await listAsked(ctx.db, ctx.me.id, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(new Date(last.at), last.id))
  return {
    ...page,
    items: page.items.map(({ id, number, state, topic, danger, answerBy, at }) => ({
      id,
      number,
      state,
      topic: danger ? null : topic,
      danger,
      answerBy,
      late: isQuestionLate(state, new Date(answerBy), ctx.now),
      at,
    })),
  }
}
