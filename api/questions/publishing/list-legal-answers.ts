import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import { listNearLegalAnswers, listLegalAnswers as readAnswers } from '@huiyin/db/questions/answer-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { wantedGrams } from '@huiyin/shared/questions/grams.ts'
import type { legalAnswerRoutes } from '@huiyin/shared/questions/legal-answer-routes.ts'
import type { LegalAnswer } from '@huiyin/shared/questions/question.ts'

/** Those that hold all that is looked for, newest first; where none does, those that hold the most of it. */
export const listLegalAnswers = async (
  ctx: Ctx,
  { q, topic, cursor, limit }: Input<(typeof legalAnswerRoutes)['listLegalAnswers']>,
): Promise<Page<LegalAnswer>> => {
  const grams = wantedGrams(q ?? '')
  const before = fromCursor(cursor)
  const rows = await readAnswers(ctx.db, { grams, topic }, limit + 1, before)
  if (rows.length === 0 && grams.length > 1 && !before)
    return { items: await listNearLegalAnswers(ctx.db, { grams, topic }, limit) }
  return toPage(rows, limit, last => toCursor(new Date(last.at), last.id))
}
