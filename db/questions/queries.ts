import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Adviser } from '@huiyin/shared/questions/asking-routes.ts'
import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { type NewAlert, tellOf } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { heldAt } from '../core/values.ts'
import { accessLog } from '../people/tables.ts'
import { questionEvents } from './history-tables.ts'
import { conflictDeclarations, questions } from './tables.ts'

export type QuestionRow = typeof questions.$inferSelect

export type QuestionEventRow = typeof questionEvents.$inferSelect

/** A question with what decides who may do what to it: see `QuestionSubject`. `firms`: the law firms of who reads. */
export type QuestionInHand = {
  question: QuestionRow
  held: boolean
  conflicted: boolean
  rated: boolean
  textOffered: boolean
  /** The step that was asked for stands already: by a twin of this call, or somebody else's. */
  repeated: boolean
  /** People and firms that the village's committee pays. */
  paid: string[]
}

export const findQuestion = async (
  db: Db,
  id: string,
  personId: string,
  firms: readonly string[],
  now: Date,
  eventId: string | null = null,
): Promise<QuestionInHand | undefined> => {
  const firmList = sql`(select jsonb_array_elements_text(${JSON.stringify(firms)}::jsonb))`
  const [row] = await db
    .select({
      question: questions,
      held: sql<boolean>`exists (select from question_events e where e.question_id = questions.id and e.event = 'claim' and e.actor_id = ${personId}::uuid)`,
      conflicted: sql<boolean>`exists (select from ${conflictDeclarations} c where c.question_id = questions.id and c.conflict
        and (c.adviser_id = ${personId}::uuid or c.unit_ids && array${firmList}))`,
      rated: sql<boolean>`exists (select from question_ratings r where r.question_id = questions.id)`,
      textOffered: sql<boolean>`exists (select from answer_publications p where p.question_id = questions.id)`,
      repeated: sql<boolean>`exists (select from question_events e where e.id = ${eventId}::uuid)`,
      paid: sql<
        string[] | null
      >`(select json_agg(x) from (select unnest(array[p.person_id::text, p.unit_id]) as x from postings p
        where p.area_id = questions.community_id and p.role = 'adviser' and ${heldAt(now)}) t where x is not null)`,
    })
    .from(questions)
    .where(eq(questions.id, id))
  return row && { ...row, paid: row.paid ?? [] }
}

export const findQuestionEvent = async (db: Db, id: string): Promise<QuestionEventRow | undefined> => {
  const [row] = await db.select().from(questionEvents).where(eq(questionEvents.id, id))
  return row
}

export const listQuestionEvents = (db: Db, questionId: string): Promise<QuestionEventRow[]> =>
  db.select().from(questionEvents).where(eq(questionEvents.questionId, questionId)).orderBy(asc(questionEvents.seq))

/** Who looked at this question with a stated reason. */
export const listQuestionAccesses = (db: Db, questionId: string) =>
  db
    .select({ by: accessLog.viewer, reason: accessLog.reason, at: accessLog.at })
    .from(accessLog)
    .where(and(eq(accessLog.matterId, questionId), eq(accessLog.what, 'question')))
    .orderBy(asc(accessLog.at))

/** Names around a question: its village, its asker's name, and who holds it or answered last. */
export const getQuestionNames = async (
  db: Db,
  question: QuestionRow,
  now: Date,
): Promise<{ village: string; asker: string; adviser: Adviser | null }> => {
  const [row] = await rowsOf<{ village: string; asker: string; adviser: Adviser | null }>(
    db,
    sql`select a.name as village, p.name as asker,
      (select json_build_object('title', coalesce(t.title, '法律顾问'), 'name', h.name, 'firm', t.firm)
        from people h left join lateral (select po.title, u.name as firm from postings po left join units u on u.id = po.unit_id
          where po.person_id = h.id and po.role in ('adviser', 'justice') and ${heldAt(now)} order by po.rank, po.id limit 1) t on true
        where h.id = ${question.holderId ?? question.answeredBy}::uuid) as adviser
    from areas a, people p where a.id = ${question.communityId} and p.id = ${question.askerId}::uuid`,
  )
  return row ?? refuse('bug')
}

/** Every conflict that was declared. */
export const listConflicts = (db: Db, questionId: string): Promise<{ adviserId: string; unitIds: string[] }[]> =>
  db
    .select({ adviserId: conflictDeclarations.adviserId, unitIds: conflictDeclarations.unitIds })
    .from(conflictDeclarations)
    .where(and(eq(conflictDeclarations.questionId, questionId), eq(conflictDeclarations.conflict, true)))

/** Alerts about a question that belong to no step of its history. Once for each event id. */
export const tellOfQuestion = (db: Db, id: string, notices: readonly NewAlert[], eventId: string, now: Date) =>
  tellOf(
    db,
    sql`select id, number, community_id as area_id from questions where id = ${id}::uuid`,
    notices,
    eventId,
    now,
  )

/** Whether she has been told of the hotline since then. */
export const wasHotlineTold = async (db: Db, questionId: string, since: Date): Promise<boolean> =>
  (await db.$count(
    questionEvents,
    and(eq(questionEvents.questionId, questionId), eq(questionEvents.event, 'hotline'), gte(questionEvents.at, since)),
  )) > 0
