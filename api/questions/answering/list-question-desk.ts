import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import { listOwed } from '@huiyin/db/questions/queue-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { DeskItem } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { isQuestionLate } from '@huiyin/shared/questions/question-clock.ts'

type Routes = typeof adviserRoutes

/** What the township still owes an answer: who and since when, never what. */
export const listQuestionDesk = async (
  ctx: Ctx,
  { township, show, cursor, limit }: Input<Routes['listQuestionDesk']>,
): Promise<Page<DeskItem>> => {
  demandPost(ctx, 'justice', township)
  const rows = await listOwed(ctx.db, township, show, ctx.now, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(new Date(last.answerBy), last.id))
  return {
    ...page,
    items: page.items.map(row => ({ ...row, late: isQuestionLate(row.state, new Date(row.answerBy), ctx.now) })),
  }
}
