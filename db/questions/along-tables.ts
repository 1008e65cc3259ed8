import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import type { PublicAnswerState } from '@huiyin/shared/questions/public-answer-life.ts'
import type { Topic } from '@huiyin/shared/questions/topics.ts'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { people } from '../people/tables.ts'
import { questions } from './tables.ts'

/** Ratings reach advisers only as delayed sums, so they stand apart from the history. */
export const questionRatings = pgTable(
  'question_ratings',
  {
    questionId: uuid('question_id')
      .primaryKey()
      .references(() => questions.id),
    eventId: uuid('event_id').notNull(),
    adviserId: uuid('adviser_id')
      .notNull()
      .references(() => people.id),
    rating: text('rating').$type<'good' | 'fair' | 'poor'>().notNull(),
    at: at('at').notNull(),
  },
  t => [index('question_ratings_adviser').on(t.adviserId, t.at)],
)

/** Dictation hands her voice to the platform: only with a consent of its own. The last row of a person counts. */
export const speechConsents = pgTable(
  'speech_consents',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    agreed: boolean('agreed').notNull(),
    at: at('at').notNull(),
  },
  t => [index('speech_consents_person').on(t.personId, t.at)],
)

/** Ready-made pieces of answers, each adviser's own. */
export const paragraphs = pgTable(
  'paragraphs',
  {
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    id: uuid('id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull(),
  },
  t => [primaryKey({ columns: [t.ownerId, t.id] })],
)

/** On the way to 普法问答; its words lie sealed with the others until a second person has let them out. */
export const answerPublications = pgTable(
  'answer_publications',
  {
    questionId: uuid('question_id')
      .primaryKey()
      .references(() => questions.id),
    state: text('state').$type<PublicAnswerState>().notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    author: text('author').notNull(),
    townshipId: text('township_id').notNull(),
    topic: text('topic').$type<Topic>(),
    offeredAt: at('offered_at').notNull(),
    decidedAt: at('decided_at'),
    reviewerId: uuid('reviewer_id').references(() => people.id),
    reviewedAt: at('reviewed_at'),
  },
  t => [index('answer_publications_review').on(t.townshipId, t.decidedAt).where(sql`state = 'approved'`)],
)

/** 普法问答 for everybody. Its id has nothing to do with the question's; `grams` are its pairs of characters, for the search. */
export const legalAnswers = pgTable(
  'legal_answers',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    questionId: uuid('question_id')
      .notNull()
      .unique()
      .references(() => answerPublications.questionId),
    topic: text('topic').$type<Topic>(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    grams: text('grams').array().notNull(),
    publishedAt: at('published_at').notNull(),
    /** Since when a complaint hides it. */
    hiddenAt: at('hidden_at'),
  },
  t => [
    index('legal_answers_grams').using('gin', t.grams),
    index('legal_answers_new').on(t.publishedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('legal_answers_topic').on(t.topic, t.publishedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
)

/** 举报 of a legal answer: of one person once. `told`: what became of it was told to who complained. */
export const legalAnswerComplaints = pgTable(
  'legal_answer_complaints',
  {
    eventId: uuid('event_id').primaryKey(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => answerPublications.questionId),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').$type<ComplaintReason>().notNull(),
    inputHash: text('input_hash').notNull(),
    at: at('at').notNull(),
    toldAt: at('told_at'),
  },
  t => [
    uniqueIndex('legal_answer_complaints_once').on(t.questionId, t.personId),
    index('legal_answer_complaints_open').on(t.questionId).where(sql`told_at is null`),
  ],
)
