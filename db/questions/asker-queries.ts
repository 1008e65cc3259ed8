import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'
import { questionRatings, speechConsents } from './along-tables.ts'
import type { QuestionRow } from './queries.ts'
import { questions } from './tables.ts'

export const findRating = async (db: Db, questionId: string) => {
  const [row] = await db.select().from(questionRatings).where(eq(questionRatings.questionId, questionId))
  return row
}

/** Keeps a rating; false when there is one already. */
export const insertRating = async (db: Db, row: typeof questionRatings.$inferInsert): Promise<boolean> => {
  const rows = await db
    .insert(questionRatings)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: questionRatings.questionId })
  return rows.length > 0
}

/** How many wait before this one for the same advisers, counted to `aheadMost`. */
export const countAhead = async (
  db: Db,
  question: Pick<QuestionRow, 'communityId' | 'answerBy' | 'id'>,
): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from (select from questions where community_id = ${question.communityId} and state = 'waiting' and circle = 'own'
      and (answer_by, id) < (${moment(question.answerBy)}, ${question.id}::uuid) limit ${sql.raw(String(questionLimits.aheadMost))}) some_rows`,
  )
  return row?.n ?? 0
}

/** Does this while nobody else does it for the same person; one transaction. */
export const inTurn = <T>(db: Db, personId: string, work: (tx: Db) => Promise<T>): Promise<T> =>
  db.transaction(async tx => {
    await rowsOf(tx as Db, sql`select pg_advisory_xact_lock(hashtextextended(${`asks ${personId}`}, 0))`)
    return work(tx as Db)
  })

/** How many questions somebody has asked since then. */
export const countAsked = (db: Db, askerId: string, since: Date): Promise<number> =>
  db.$count(questions, and(eq(questions.askerId, askerId), gt(questions.createdAt, since)))

export const findSpeechConsent = async (db: Db, personId: string): Promise<boolean> => {
  const [row] = await db
    .select({ agreed: speechConsents.agreed })
    .from(speechConsents)
    .where(eq(speechConsents.personId, personId))
    .orderBy(desc(speechConsents.at), desc(speechConsents.id))
    .limit(1)
  return row?.agreed ?? false
}

export const insertSpeechConsent = async (db: Db, personId: string, agreed: boolean, now: Date): Promise<void> => {
  await db.insert(speechConsents).values({ personId, agreed, at: now })
}

/** Her alerts about a question say nothing any more, and what has not gone out stays here. */
export const hushAlerts = async (db: Db, questionId: string, askerId: string): Promise<void> => {
  const ofAsker = sql`matter_id = ${questionId}::uuid and recipient_id = ${askerId}::uuid and kind <> 'question-quiet'`
  await rowsOf(
    db,
    sql`
    with held as (update alerts set state = 'failed', code = 'hushed' where ${ofAsker} and channel <> 'inbox' and state = 'waiting' returning id)
    update alerts set kind = 'question-quiet', fill = '{"number":"","kind":"消息","place":""}'::jsonb, template = null, rung_at = null
    where ${ofAsker} and channel = 'inbox' returning id`,
  )
}
