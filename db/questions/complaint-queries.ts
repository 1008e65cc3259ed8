import { randomUUID } from 'node:crypto'
import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import { shownStates } from '@huiyin/shared/questions/question.ts'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { type NewAlert, noFollowers, queuedAlerts } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, moment } from '../core/values.ts'
import { legalAnswerComplaints, legalAnswers } from './along-tables.ts'

export type AnswerComplaintRow = typeof legalAnswerComplaints.$inferSelect

/** The question behind what everybody reads, hidden or not; it lies in the database alone. */
export const findQuestionBehind = async (db: Db, legalAnswerId: string): Promise<string | undefined> => {
  const [row] = await db
    .select({ questionId: legalAnswers.questionId })
    .from(legalAnswers)
    .where(eq(legalAnswers.id, legalAnswerId))
  return row?.questionId
}

export const findAnswerComplaint = async (db: Db, eventId: string): Promise<AnswerComplaintRow | undefined> => {
  const [row] = await db.select().from(legalAnswerComplaints).where(eq(legalAnswerComplaints.eventId, eventId))
  return row
}

/** Whether this person has complained of it already. */
export const hasComplained = async (db: Db, questionId: string, personId: string): Promise<boolean> =>
  (await db.$count(
    legalAnswerComplaints,
    and(eq(legalAnswerComplaints.questionId, questionId), eq(legalAnswerComplaints.personId, personId)),
  )) > 0

/** Why it was complained of since it was last looked at, newest first. */
export const listAnswerComplaints = async (db: Db, questionId: string): Promise<ComplaintReason[]> => {
  const rows = await db
    .select({ reason: legalAnswerComplaints.reason })
    .from(legalAnswerComplaints)
    .where(and(eq(legalAnswerComplaints.questionId, questionId), sql`told_at is null`))
    .orderBy(desc(legalAnswerComplaints.at))
    .limit(20)
  return rows.map(it => it.reason)
}

type NewComplaint = Omit<AnswerComplaintRow, 'toldAt'>

/** Hides what is shown, with the complaint and the alerts in ONE statement; false when it is not shown (any more). */
export const insertAnswerComplaint = async (
  db: Db,
  { eventId, questionId, personId, reason, inputHash, at }: NewComplaint,
  notices: readonly NewAlert[],
): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update answer_publications set state = 'hidden' where question_id = ${questionId}::uuid and state in ${anyOf(shownStates)} returning question_id
    ), hid as (
      update legal_answers set hidden_at = coalesce(hidden_at, ${moment(at)}) where question_id in (select question_id from moved)
    ), said as (
      insert into legal_answer_complaints (event_id, question_id, person_id, reason, input_hash, at)
      select ${eventId}::uuid, question_id, ${personId}::uuid, ${reason}, ${inputHash}, ${moment(at)} from moved
    ), told_of as (select q.id, q.number, q.community_id as area_id from questions q join moved on moved.question_id = q.id
    ), told as (${queuedAlerts(notices, { eventId, actorId: personId, now: at, done: sql`told_of`, followers: noFollowers() })})
    select question_id from moved`,
  )
  return rows.length > 0
}

type Settled = { questionId: string; now: Date; done: SQL }

/**
 * SQL of further statements in one that settles it: whoever complained is told what became of it, once. What leads from the text to its
 * question stays hidden: the message names the text alone. `done` must have a row.
 */
export const toldComplainers = (kind: string, { questionId, now, done }: Settled): SQL => {
  const fill = { number: '', kind: '', place: '' }
  const to: NewAlert = {
    recipientId: null,
    kind,
    fill,
    urgent: false,
    template: null,
    audience: 'resident',
    calls: false,
  }
  const about = {
    eventId: randomUUID(),
    actorId: null,
    now,
    done: sql`read_as`,
    followers: sql`(select person_id from heard)`,
  }
  return sql`
    heard as (
      update legal_answer_complaints set told_at = ${moment(now)}
      where question_id = ${questionId}::uuid and told_at is null and exists (select from ${done}) returning person_id
    ), read_as as (
      select l.id, '' as number, q.community_id as area_id from legal_answers l join questions q on q.id = l.question_id where q.id = ${questionId}::uuid
    ), answered as (${queuedAlerts([to], about)})`
}

type Verdict = { questionId: string; reviewerId: string; to: 'public' | 'withdrawn'; kind: string; now: Date }

/** A second person has looked at what was complained of: it is shown again, or gone. False when it is not hidden any more. */
export const settleComplaints = async (
  db: Db,
  { questionId, reviewerId, to, kind, now }: Verdict,
): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update answer_publications set state = ${to}, reviewer_id = ${reviewerId}::uuid, reviewed_at = ${moment(now)}
      where question_id = ${questionId}::uuid and state = 'hidden' and author_id <> ${reviewerId}::uuid returning question_id
    ), shown as (
      update legal_answers set hidden_at = null where question_id in (select question_id from moved) and ${to === 'public'}::boolean
    ), gone as (
      delete from legal_answers where question_id in (select question_id from moved) and ${to === 'withdrawn'}::boolean
    ), ${toldComplainers(kind, { questionId, now, done: sql`moved` })}
    select question_id from moved`,
  )
  return rows.length > 0
}
