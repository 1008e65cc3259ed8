import type { Circle, QuestionEvent, QuestionState } from '@huiyin/shared/questions/question-states.ts'
import { index, integer, pgTable, pgView, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { erasedWhole, saidColumns, saidOrRole, stepColumns } from '../matters/tables.ts'
import { people } from '../people/tables.ts'
import { questions } from './tables.ts'

/** The history without a word or a name of anybody: append-only, sealed row by row. `question_events` puts the names beside it. */
export const questionSteps = pgTable(
  'question_steps',
  {
    id: uuid('id').primaryKey(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id),
    seq: integer('seq').notNull(),
    event: text('event').$type<QuestionEvent>().notNull(),
    state: text('state').$type<QuestionState>().notNull(),
    circle: text('circle').$type<Circle>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    holderId: uuid('holder_id'),
    fence: integer('fence').notNull(),
    leaseUntil: at('lease_until'),
    /** Null when the clock did it. */
    actorId: uuid('actor_id').references(() => people.id),
    ...stepColumns(),
    dueAt: at('due_at'),
  },
  t => [
    unique('question_events_seq').on(t.questionId, t.seq),
    index('question_events_actor').on(t.actorId, t.event, t.at),
    saidOrRole('question_steps_said'),
  ],
)

export const questionWords = pgTable(
  'question_words',
  {
    stepId: uuid('step_id')
      .notNull()
      .references(() => questionSteps.id),
    ...saidColumns(),
  },
  t => [primaryKey({ columns: [t.stepId, t.what] }), erasedWhole('question_words_erased')],
)

/** The history as it is read and added to. */
export const questionEvents = pgView('question_events', {
  id: uuid('id').notNull(),
  questionId: uuid('question_id').notNull(),
  seq: integer('seq').notNull(),
  event: text('event').$type<QuestionEvent>().notNull(),
  state: text('state').$type<QuestionState>().notNull(),
  circle: text('circle').$type<Circle>().notNull(),
  ownerId: uuid('owner_id').notNull(),
  holderId: uuid('holder_id'),
  fence: integer('fence').notNull(),
  leaseUntil: at('lease_until'),
  actorId: uuid('actor_id'),
  actor: text('actor').notNull(),
  dueAt: at('due_at'),
  inputHash: text('input_hash').notNull(),
  at: at('at').notNull(),
  seal: text('seal').notNull(),
}).existing()
