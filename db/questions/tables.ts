import type { AgeBand } from '@huiyin/shared/questions/asking-routes.ts'
import type { Suggestion } from '@huiyin/shared/questions/question.ts'
import type { DueReason } from '@huiyin/shared/questions/question-clock.ts'
import type { Circle, QuestionState } from '@huiyin/shared/questions/question-states.ts'
import { finalStates, owedStates } from '@huiyin/shared/questions/question-states.ts'
import type { Topic } from '@huiyin/shared/questions/topics.ts'
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgSequence, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { anyOf } from '../core/values.ts'
import { areas } from '../grids/tables.ts'
import { people } from '../people/tables.ts'

export const questionNumbers = pgSequence('question_numbers')

/** A question to the lawyer: everything but words, which lie sealed in `question_texts` alone. */
export const questions = pgTable(
  'questions',
  {
    id: uuid('id').primaryKey(),
    number: text('number').notNull().unique(),
    askerId: uuid('asker_id')
      .notNull()
      .references(() => people.id),
    /** Keyed: a plain hash of a short text could be guessed. */
    inputHash: text('input_hash').notNull(),
    communityId: text('community_id')
      .notNull()
      .references(() => areas.id),
    townshipId: text('township_id').notNull(),
    topic: text('topic').$type<Topic>(),
    ageBand: text('age_band').$type<AgeBand>().notNull(),
    againstCommittee: boolean('against_committee').notNull(),
    anonymous: boolean('anonymous').notNull(),
    danger: boolean('danger').notNull(),
    state: text('state').$type<QuestionState>().notNull(),
    circle: text('circle').$type<Circle>().notNull(),
    /** Within the circle `own`: the one adviser it is kept for. */
    preferredId: uuid('preferred_id').references(() => people.id),
    /** Who answers for its being answered. */
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    /** The lease: who may read and answer, by which number, until when. */
    holderId: uuid('holder_id').references(() => people.id),
    fence: integer('fence').notNull().default(0),
    leaseUntil: at('lease_until'),
    /** 给我下一个: nobody else is shown it for some minutes. */
    offeredTo: uuid('offered_to').references(() => people.id),
    offeredUntil: at('offered_until'),
    /** When the present term began, and by when it is to be answered. */
    termFrom: at('term_from').notNull(),
    answerBy: at('answer_by').notNull(),
    /** The one next deadline, and what is due then. Both are null only in a final state. */
    dueAt: at('due_at'),
    dueFor: text('due_for').$type<DueReason>(),
    calendarSeq: integer('calendar_seq').notNull().default(0),
    seq: integer('seq').notNull(),
    followUps: integer('follow_ups').notNull().default(0),
    suggestion: text('suggestion').$type<Suggestion>(),
    agreed: boolean('agreed').notNull().default(false),
    answeredBy: uuid('answered_by').references(() => people.id),
    firstAnsweredAt: at('first_answered_at'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  t => [
    check('questions_one_clock', sql`(due_at is null) = (state in ${anyOf(finalStates)})`),
    check('questions_clock_has_reason', sql`(due_at is null) = (due_for is null)`),
    check('questions_one_holder', sql`(holder_id is not null) = (state = 'claimed')`),
    check('questions_lease_ends', sql`(holder_id is null) = (lease_until is null)`),
    index('questions_asker').on(t.askerId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('questions_own').on(t.communityId, t.answerBy, t.id).where(sql`state = 'waiting' and circle = 'own'`),
    index('questions_pool')
      .on(t.townshipId, t.answerBy, t.id)
      .where(sql`state = 'waiting' and circle in ('pool', 'township')`),
    index('questions_duty').on(t.townshipId, t.answerBy, t.id).where(sql`state = 'waiting' and circle = 'duty'`),
    index('questions_preferred')
      .on(t.preferredId, t.answerBy, t.id)
      .where(sql`state = 'waiting' and preferred_id is not null`),
    index('questions_owed')
      .on(t.townshipId, t.answerBy, t.id)
      .where(sql`state in ${anyOf(owedStates)}`),
    index('questions_due').on(t.dueAt).where(sql`due_at is not null`),
    index('questions_lease').on(t.leaseUntil).where(sql`state = 'claimed'`),
    index('questions_held').on(t.holderId).where(sql`state = 'claimed'`),
  ],
)

export const textFields = [
  'story',
  'ask-back',
  'reply',
  'answer',
  'follow-up',
  'note',
  'draft',
  'other-side',
  'safe-contact',
  'public-question',
  'public-answer',
] as const

export type TextField = (typeof textFields)[number]

/**
 * Every word about a question, and the only place for one: sealed by record and field. Written once (a trigger lets only
 * drafts change, and seals be renewed with a new key).
 */
export const questionTexts = pgTable(
  'question_texts',
  {
    id: uuid('id').primaryKey(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    kind: text('kind').$type<TextField>().notNull(),
    /** The step that it came with; null for notes and drafts. */
    seq: integer('seq'),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    author: text('author').notNull(),
    cipher: text('cipher').notNull(),
    at: at('at').notNull(),
  },
  t => [
    index('question_texts_question').on(t.questionId, t.at),
    uniqueIndex('question_texts_draft').on(t.questionId, t.authorId).where(sql`kind = 'draft'`),
  ],
)

/** What an adviser said of conflicts before he saw the story. A conflict counts for his whole firm. Append-only. */
export const conflictDeclarations = pgTable(
  'conflict_declarations',
  {
    eventId: uuid('event_id').primaryKey(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    adviserId: uuid('adviser_id')
      .notNull()
      .references(() => people.id),
    /** All law firms that he works for. */
    unitIds: text('unit_ids').array().notNull(),
    conflict: boolean('conflict').notNull(),
    at: at('at').notNull(),
  },
  t => [index('conflict_declarations_question').on(t.questionId)],
)
