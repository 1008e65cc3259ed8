import type { LegalAnswer } from '@huiyin/shared/questions/question.ts'
import type { Topic } from '@huiyin/shared/questions/topics.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { atMost, json, moment } from '../core/values.ts'
import { answerPublications } from './along-tables.ts'
import { toldComplainers } from './complaint-queries.ts'

export type PublicationRow = typeof answerPublications.$inferSelect

export const findPublication = async (db: Db, questionId: string): Promise<PublicationRow | undefined> => {
  const [row] = await db.select().from(answerPublications).where(eq(answerPublications.questionId, questionId))
  return row
}

/**
 * Moves a publication that stands in one of these states; false when it does not. What is taken back is not there any more. Whoever
 * reviews it at this moment is waited for first: one statement would look for the text as things stood before it waited.
 */
export const movePublication = (
  db: Db,
  questionId: string,
  from: readonly PublicationRow['state'][],
  to: PublicationRow['state'],
  now: Date,
): Promise<boolean> =>
  db.transaction(async tx => {
    await rowsOf(tx, sql`select from answer_publications where question_id = ${questionId}::uuid for update`)
    const rows = await rowsOf(
      tx,
      sql`
    with moved as (
      update answer_publications set state = ${to}, decided_at = ${moment(now)}
      where question_id = ${questionId}::uuid and state in (select jsonb_array_elements_text(${json(from)})) returning question_id
    ), gone as (delete from legal_answers where question_id in (select question_id from moved) and ${to === 'withdrawn'}::boolean
    ), ${toldComplainers('answer-complaint-gone', { questionId, now, done: sql`moved` })}
    select question_id from moved`,
    )
    return rows.length > 0
  })

/** Approved by their askers, or complained of, and waiting for a second person of these townships, oldest first. */
export const listToReview = (db: Db, townshipIds: readonly string[]): Promise<PublicationRow[]> =>
  db
    .select()
    .from(answerPublications)
    .where(
      and(
        sql`(${answerPublications.state} = 'approved' or ${answerPublications.questionId} in (select question_id from legal_answer_complaints where told_at is null))`,
        sql`${answerPublications.townshipId} in (select jsonb_array_elements_text(${JSON.stringify(townshipIds)}::jsonb))`,
      ),
    )
    .orderBy(asc(answerPublications.decidedAt))
    .limit(50)

type Words = { question: string; answer: string; grams: readonly string[] }

/** The second reviewer's word: lets the text out (`words`), or not (null). False when it does not wait for one any more. */
export const reviewPublication = async (
  db: Db,
  { questionId, reviewerId, words, now }: { questionId: string; reviewerId: string; words: Words | null; now: Date },
): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update answer_publications set state = ${words ? 'public' : 'refused'}, reviewer_id = ${reviewerId}::uuid, reviewed_at = ${moment(now)}
      where question_id = ${questionId}::uuid and state = 'approved' and author_id <> ${reviewerId}::uuid returning question_id, topic
    ), shown as (
      insert into legal_answers (question_id, topic, question, answer, grams, published_at)
      select question_id, topic, ${words?.question ?? ''}, ${words?.answer ?? ''}, array(select jsonb_array_elements_text(${json(words?.grams ?? [])})), ${moment(now)}
      from moved where ${words !== null}::boolean
    )
    select question_id from moved`,
  )
  return rows.length > 0
}

const iso = sql`to_char(l.published_at, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"')`
const shown = sql`l.id, l.topic, l.question, l.answer, ${iso} as at`

/** Not hidden by a complaint. */
const open = sql`hidden_at is null`

/** How many of the newest are looked through one by one. */
const newest = 500

type Wanted = { grams: readonly string[]; topic: Topic | undefined }

/**
 * Published answers, newest first: those that hold every one of `grams`, and are of this topic. What many hold is found among
 * the newest; only what few hold is asked of the index, whose rows have to be put in order afterwards.
 */
export const listLegalAnswers = (
  db: Db,
  { grams, topic }: Wanted,
  limit: number,
  before?: [Date, string],
): Promise<LegalAnswer[]> => {
  const of = topic ? sql`and topic = ${topic}` : sql``
  const further = before ? sql`and (published_at, id) < (${moment(before[0])}, ${before[1]}::uuid)` : sql``
  const order = sql`order by published_at desc nulls first, id desc nulls first`
  if (grams.length === 0)
    return jsonRowsOf(
      db,
      sql`select ${shown} from legal_answers l where ${open} ${of} ${further} ${order} ${atMost(limit)}`,
    )
  const holds = sql`grams @> array(select jsonb_array_elements_text(${json(grams)}))`
  return jsonRowsOf(
    db,
    sql`select ${shown} from (
      with near as materialized (
        select * from (select * from legal_answers where ${open} ${of} ${further} ${order} ${atMost(newest)}) n where ${holds} ${order} ${atMost(limit)}
      ), far as materialized (
        select * from legal_answers where ${open} and ${holds} ${of} ${further} and (select count(*) from near) < ${limit}::int
      )
      select * from far union all select * from near where (select count(*) from near) >= ${limit}::int
    ) l ${order} ${atMost(limit)}`,
  )
}

/** Of the newest that hold any of `grams`, those that hold the most. */
export const listNearLegalAnswers = (db: Db, { grams, topic }: Wanted, limit: number): Promise<LegalAnswer[]> => {
  const wanted = sql`array(select jsonb_array_elements_text(${json(grams)}))`
  const of = topic ? sql`and topic = ${topic}` : sql``
  return jsonRowsOf(
    db,
    sql`select ${shown} from (
      select * from legal_answers where ${open} and grams && ${wanted} ${of} order by published_at desc nulls first, id desc nulls first ${atMost(newest)}
    ) l order by (select count(*) from unnest(${wanted}) w where w = any(l.grams)) desc, l.published_at desc ${atMost(limit)}`,
  )
}

export const findLegalAnswer = async (db: Db, id: string): Promise<LegalAnswer | undefined> => {
  const [row] = await jsonRowsOf<LegalAnswer>(
    db,
    sql`select ${shown} from legal_answers l where l.id = ${id}::uuid and ${open}`,
  )
  return row
}
