import { type SQL, sql } from 'drizzle-orm'
import { type NewAlert, noFollowers, queuedAlerts, quietLadders } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { json, moment } from '../core/values.ts'
import { type History, type NewStep, numberFrom, writtenStep } from '../matters/step-queries.ts'
import { attachedFiles } from '../photos/sealed-file-queries.ts'
import type { QuestionRow } from './queries.ts'
import type { TextField } from './tables.ts'

/** Words already sealed. `stepped`: they came with the step; notes and drafts did not. */
export type SealedText = { id: string; kind: TextField; cipher: string; stepped: boolean }

/** What goes with a change: words, files, a declaration about conflicts, an offer to publish. */
export type Along = {
  texts?: readonly SealedText[]
  fileIds?: readonly string[]
  declared?: { conflict: boolean; unitIds: readonly string[] }
  offered?: boolean
  notices: readonly NewAlert[]
}

export type NewQuestion = Omit<
  QuestionRow,
  | 'number'
  | 'seq'
  | 'fence'
  | 'holderId'
  | 'leaseUntil'
  | 'offeredTo'
  | 'offeredUntil'
  | 'followUps'
  | 'suggestion'
  | 'agreed'
  | 'answeredBy'
  | 'firstAnsweredAt'
  | 'updatedAt'
  | 'preferredId'
>

const columns = sql`id, number, community_id as area_id, township_id, topic, seq, state, circle, owner_id, holder_id, fence, lease_until, due_at`

/**
 * Keeps a question with its words, files and alerts in ONE statement. Answers its number, or undefined when the id is taken
 * (a repeat, or somebody else's) and nothing was written.
 */
export const insertQuestion = async (
  db: Db,
  q: NewQuestion,
  step: NewStep,
  along: Along,
): Promise<string | undefined> => {
  const [row] = await rowsOf<{ number: string }>(
    db,
    sql`
    with moved as (
      insert into questions (id, number, asker_id, input_hash, community_id, township_id, topic, age_band, against_committee, anonymous,
        danger, state, circle, owner_id, term_from, answer_by, due_at, due_for, seq, created_at, updated_at)
      values (${q.id}::uuid, ${numberFrom('question_numbers', 'F', q.createdAt)}, ${q.askerId}::uuid, ${q.inputHash}, ${q.communityId}, ${q.townshipId}, ${q.topic}, ${q.ageBand},
        ${q.againstCommittee}::boolean, ${q.anonymous}::boolean, ${q.danger}::boolean, ${q.state}, ${q.circle}, ${q.ownerId}::uuid,
        ${moment(q.termFrom)}, ${moment(q.answerBy)}, ${moment(q.dueAt)}, ${q.dueFor}, 0, ${moment(q.createdAt)}, ${moment(q.createdAt)})
      on conflict (id) do nothing
      returning ${columns}
    ), ${alongside(step, along, q.askerId, q.createdAt)}
    select number, fine from moved cross join counted`,
  )
  return row?.number
}

/** The columns that a move may change. What is absent stays. */
export type QuestionPatch = Partial<
  Pick<
    QuestionRow,
    | 'state'
    | 'circle'
    | 'danger'
    | 'preferredId'
    | 'ownerId'
    | 'holderId'
    | 'fence'
    | 'leaseUntil'
    | 'offeredTo'
    | 'offeredUntil'
    | 'termFrom'
    | 'answerBy'
    | 'dueAt'
    | 'calendarSeq'
    | 'dueFor'
    | 'followUps'
    | 'suggestion'
    | 'agreed'
    | 'answeredBy'
    | 'firstAnsweredAt'
  >
>

/**
 * Moves a question that still stands at step `seq`: row, history, words, files, declaration and alerts in ONE statement. False
 * when somebody moved it meanwhile; then nothing was written. A repeated event id is a unique violation.
 */
export const moveQuestion = async (
  db: Db,
  question: QuestionRow,
  patch: QuestionPatch,
  step: NewStep,
  along: Along,
  now: Date,
): Promise<boolean> => {
  const to = { ...question, ...patch }
  // Typing and 给我下一个 write these without a step: what the patch does not name may have changed since it was read.
  const patched = (name: keyof QuestionPatch, value: SQL, column: SQL) =>
    sql`case when ${name in patch}::boolean then ${value} else ${column} end`
  const quiet = step.answers ? sql`, quieted as (${quietLadders(question.id, sql`moved`)})` : sql``
  const rows = await rowsOf(
    db,
    sql`
    with moved as (
      update questions set state = ${to.state}, circle = ${to.circle}, danger = ${to.danger}::boolean, preferred_id = ${to.preferredId}::uuid,
        owner_id = ${to.ownerId}::uuid, holder_id = ${to.holderId}::uuid, fence = ${to.fence}::int,
        lease_until = ${patched('leaseUntil', moment(to.leaseUntil), sql`lease_until`)}, offered_to = ${patched('offeredTo', sql`${to.offeredTo}::uuid`, sql`offered_to`)},
        offered_until = ${patched('offeredUntil', moment(to.offeredUntil), sql`offered_until`)}, term_from = ${moment(to.termFrom)}, answer_by = ${moment(to.answerBy)},
        due_at = ${moment(to.dueAt)}, due_for = ${to.dueFor}, calendar_seq = ${to.calendarSeq}::int, follow_ups = ${to.followUps}::int, suggestion = ${to.suggestion}, agreed = ${to.agreed}::boolean,
        answered_by = ${to.answeredBy}::uuid, first_answered_at = ${moment(to.firstAnsweredAt)}, seq = seq + 1, updated_at = ${moment(now)}
      where id = ${question.id}::uuid and seq = ${question.seq}::int
      returning ${columns}
    ), ${alongside(step, along, step.actorId ?? question.askerId, now)}${quiet}
    select id, fine from moved cross join counted`,
  )
  return rows.length > 0
}

export const questionHistory: History = {
  ...{ events: 'question_events', steps: 'question_steps', said: 'question_words', hashes: ['actor'] },
  ...{ matter: 'question_id', matters: 'questions' },
  copied: ['circle', 'owner_id', 'holder_id', 'fence', 'lease_until', 'due_at'],
}

/** The common tail: what every change writes besides the question itself. */
const alongside = (step: NewStep, along: Along, authorId: string, now: Date): SQL => {
  const { texts = [], fileIds = [], declared, offered = false, notices } = along
  return sql`
    stepped as (${writtenStep(questionHistory, step, now, sql`moved`)}
    ), said as (
      insert into question_texts (id, question_id, kind, seq, author_id, author, cipher, at)
      select t.id, m.id, t.kind, case when t.stepped then m.seq end, ${authorId}::uuid, ${step.actor}, t.cipher, ${moment(now)}
      from moved m cross join jsonb_to_recordset(${json(texts)}) as t(id uuid, kind text, cipher text, stepped boolean)
    ), ${attachedFiles(fileIds, authorId, now)}, declared as (
      insert into conflict_declarations (event_id, question_id, adviser_id, unit_ids, conflict, at)
      select ${step.id}::uuid, id, ${authorId}::uuid, array(select jsonb_array_elements_text(${json(declared?.unitIds ?? [])})), ${declared?.conflict ?? false}::boolean, ${moment(now)} from moved where ${declared !== undefined}::boolean
    ), undrafted as (
      delete from question_texts d using moved m where d.question_id = m.id and d.kind = 'draft' and d.author_id = ${authorId}::uuid and ${['answer', 'ask-back'].includes(step.event)}::boolean
    ), offered as (
      insert into answer_publications (question_id, state, author_id, author, township_id, topic, offered_at)
      select id, 'offered', ${authorId}::uuid, ${step.actor}, township_id, topic, ${moment(now)} from moved where ${offered}::boolean
      on conflict (question_id) do update set state = 'offered', author_id = excluded.author_id, author = excluded.author, offered_at = excluded.offered_at, decided_at = null
    ), told as (${queuedAlerts(notices, { eventId: step.id, actorId: step.event === 'ask' ? null : step.actorId, now, done: sql`moved`, followers: noFollowers() })})`
}
