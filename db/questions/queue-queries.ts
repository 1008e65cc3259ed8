import type { AgeBand } from '@huiyin/shared/questions/asking-routes.ts'
import type { Circle, QuestionState } from '@huiyin/shared/questions/question-states.ts'
import { owedStates } from '@huiyin/shared/questions/question-states.ts'
import type { Topic } from '@huiyin/shared/questions/topics.ts'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { anyOf, atMost, heldAt, moment } from '../core/values.ts'

const iso = (column: SQL) => sql`to_char(${column}, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"')`

/** One line of a queue; moments as ISO 8601. */
export type QueueRow = {
  id: string
  number: string
  topic: Topic | null
  village: string
  circle: Circle
  danger: boolean
  againstCommittee: boolean
  answerBy: string
  at: string
}

const line = sql`q.id, q.number, q.topic, a.name as village, q.circle, q.danger, q.against_committee as "againstCommittee",
  ${iso(sql`q.answer_by`)} as "answerBy", ${iso(sql`q.created_at`)} as at`

/** Whose queue: the villages and township that he advises, his firms; the townships whose justice office he is. */
export type QueueReader = {
  personId: string
  villages: readonly string[]
  townships: readonly string[]
  firms: readonly string[]
  justice: readonly string[]
}

const texts = (values: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`

/** Nobody of his firm has declared a conflict, she is not he, the committee does not pay him for it, and nobody else is looking at it. */
const free = (desk: QueueReader, now: Date) => sql`q.asker_id <> ${desk.personId}::uuid
  and not exists (select from conflict_declarations c where c.question_id = q.id and c.conflict
    and (c.adviser_id = ${desk.personId}::uuid or c.unit_ids && array${texts(desk.firms)}))
  and not (q.against_committee and exists (select from postings p where p.area_id = q.community_id and p.role = 'adviser' and ${heldAt(now)}
    and (p.person_id = ${desk.personId}::uuid or p.unit_id in ${texts(desk.firms)})))
  and (q.offered_until is null or q.offered_until <= ${moment(now)} or q.offered_to = ${desk.personId}::uuid)`

/**
 * Ids of the questions that somebody may take, oldest due first. Each kind of queue is read in the order of its own index and
 * no further than the page: it costs the same however many questions there are.
 */
const takeable = (desk: QueueReader, now: Date, limit: number, after?: [Date, string]): SQL => {
  const further = after ? sql`and (q.answer_by, q.id) > (${moment(after[0])}, ${after[1]}::uuid)` : sql``
  const part = (which: SQL) => sql`(select q.id, q.answer_by from questions q
    where q.state = 'waiting' and ${which} ${further} and ${free(desk, now)} order by q.answer_by, q.id ${atMost(limit)})`
  const each = (values: readonly string[], which: (value: SQL) => SQL) =>
    sql`(select t.* from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb) as v(value) cross join lateral ${part(which(sql`v.value`))} t)`
  return sql`select distinct id, answer_by from (
    ${each(desk.villages, it => sql`q.circle = 'own' and q.preferred_id is null and q.community_id = ${it}`)}
    union all ${part(sql`q.circle = 'own' and q.preferred_id is not null and q.preferred_id = ${desk.personId}::uuid`)}
    union all ${each(desk.townships, it => sql`q.circle in ('pool', 'township') and q.township_id = ${it}`)}
    union all ${each(desk.justice, it => sql`q.circle in ('pool', 'township') and q.circle = 'township' and q.township_id = ${it}`)}
    union all ${each(desk.justice, it => sql`q.circle = 'duty' and q.township_id = ${it}`)}
  ) found order by answer_by, id ${atMost(limit)}`
}

/** `after`: [answer_by, id] of the last row seen. */
export const listQueue = (
  db: Db,
  desk: QueueReader,
  now: Date,
  limit: number,
  after?: [Date, string],
): Promise<QueueRow[]> =>
  jsonRowsOf(
    db,
    sql`select ${line} from (${takeable(desk, now, limit, after)}) t join questions q on q.id = t.id join areas a on a.id = q.community_id
    order by q.answer_by, q.id`,
  )

/**
 * Keeps the question that is due first for this person until then, and gives its id. Whoever asks at the same moment gets another one.
 */
export const offerNext = async (db: Db, desk: QueueReader, until: Date, now: Date): Promise<string | undefined> => {
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`
    with candidates as materialized (${takeable(desk, now, 100)}),
    first as (
      select q.id from candidates c join questions q on q.id = c.id
      where q.state = 'waiting' and (q.offered_until is null or q.offered_until <= ${moment(now)} or q.offered_to = ${desk.personId}::uuid)
      order by (q.offered_to is not distinct from ${desk.personId}::uuid and q.offered_until > ${moment(now)}) desc, q.danger desc, c.answer_by, c.id
      limit 1 for update of q skip locked
    )
    update questions q set offered_to = ${desk.personId}::uuid, offered_until = ${moment(until)} from first where q.id = first.id returning q.id`,
  )
  return row?.id
}

/** What the gate shows besides what anybody wrote. */
export const findCard = async (
  db: Db,
  id: string,
  personId: string,
): Promise<
  | (QueueRow & { ageBand: AgeBand; offeredTo: string | null; offeredUntil: string | null; hasDraft: boolean })
  | undefined
> => {
  const [row] = await jsonRowsOf<
    QueueRow & { ageBand: AgeBand; offeredTo: string | null; offeredUntil: string | null; hasDraft: boolean }
  >(
    db,
    sql`select ${line}, q.age_band as "ageBand", q.offered_to as "offeredTo", ${iso(sql`q.offered_until`)} as "offeredUntil",
      exists (select from question_texts d where d.question_id = q.id and d.kind = 'draft' and d.author_id = ${personId}::uuid) as "hasDraft"
    from questions q join areas a on a.id = q.community_id where q.id = ${id}::uuid`,
  )
  return row
}

/** What somebody holds now. */
export const listHeld = (
  db: Db,
  personId: string,
  now: Date,
): Promise<(QueueRow & { fence: number; leaseUntil: string })[]> =>
  jsonRowsOf(
    db,
    sql`select ${line}, q.fence, ${iso(sql`q.lease_until`)} as "leaseUntil" from questions q join areas a on a.id = q.community_id
    where q.holder_id = ${personId}::uuid and q.state = 'claimed' and q.lease_until > ${moment(now)} order by q.answer_by, q.id ${atMost(50)}`,
  )

/** What somebody has asked, newest first. */
export const listAsked = (
  db: Db,
  askerId: string,
  limit: number,
  before?: [Date, string],
): Promise<(QueueRow & { state: QuestionState })[]> => {
  const further = before ? sql`and (q.created_at, q.id) < (${moment(before[0])}, ${before[1]}::uuid)` : sql``
  return jsonRowsOf(
    db,
    sql`select ${line}, q.state from questions q join areas a on a.id = q.community_id where q.asker_id = ${askerId}::uuid ${further}
    order by q.created_at desc nulls first, q.id desc nulls first ${atMost(limit)}`,
  )
}

/** What a township owes an answer, oldest due first; `late` alone, or all. */
export const listOwed = (
  db: Db,
  townshipId: string,
  show: 'late' | 'open',
  now: Date,
  limit: number,
  after?: [Date, string],
): Promise<(QueueRow & { state: QuestionState; holder: string | null })[]> => {
  const further = after ? sql`and (q.answer_by, q.id) > (${moment(after[0])}, ${after[1]}::uuid)` : sql``
  const late = show === 'late' ? sql`and q.answer_by <= ${moment(now)}` : sql``
  return jsonRowsOf(
    db,
    sql`select ${line}, q.state, h.name as holder from questions q join areas a on a.id = q.community_id left join people h on h.id = q.holder_id
    where q.township_id = ${townshipId} and q.state in ${anyOf(owedStates)} ${late} ${further} order by q.answer_by, q.id ${atMost(limit)}`,
  )
}
