import type { Ctx } from '@huiyin/api/core/context.ts'
import { listToReview } from '@huiyin/db/questions/answer-queries.ts'
import { listAnswerComplaints } from '@huiyin/db/questions/complaint-queries.ts'
import { mayEver } from '@huiyin/shared/matters/offered.ts'
import type { AnswerReview } from '@huiyin/shared/questions/adviser-desk.ts'
import { publicAnswerLife } from '@huiyin/shared/questions/public-answer-life.ts'
import { queueReaderOf } from '../queue-reader.ts'
import { takeUp } from '../take-up.ts'
import { subjectOf, wordsOf } from './offered-text.ts'

/** What waits for a second pair of eyes in one's township: never one's own. */
export const listAnswerReviews = async (ctx: Ctx): Promise<{ items: AnswerReview[] }> => {
  const desk = queueReaderOf(ctx)
  const rows = await listToReview(ctx.db, [...desk.townships, ...desk.justice])
  const items = rows.map(async (row): Promise<AnswerReview[]> => {
    if (!mayEver(publicAnswerLife, ctx.me, 'review', subjectOf(row, await takeUp(ctx, row.questionId)))) return []
    const at = (row.decidedAt ?? row.offeredAt).toISOString()
    const complaints = await listAnswerComplaints(ctx.db, row.questionId)
    const words = await wordsOf(ctx, row.questionId)
    return [{ id: row.questionId, topic: row.topic, ...words, by: row.author, at, complaints }]
  })
  return { items: (await Promise.all(items)).flat() }
}
