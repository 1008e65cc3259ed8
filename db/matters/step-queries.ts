import { type SQL, sql } from 'drizzle-orm'
import { moment } from '../core/values.ts'
import type { What } from './tables.ts'

/** A step of a history, as it is written with the change. `answers`: whoever was rung about the matter is left in peace. */
export type NewStep = {
  id: string
  event: string
  /** Null when the clock did it. */
  actorId: string | null
  /** Duty and name at that moment, as the history shows them. */
  actor: string
  inputHash: string
  answers: boolean
}

/**
 * Where a kind of matter keeps its steps. `events`: the view through which they are read and added, over `steps` and what was `said`;
 * `matter`: their column with the id in `matters`; `copied`: columns that every step takes over from the changed row as they
 * are; `hashes`: what of a step can lie in `said`.
 */
export type History = {
  events: string
  steps: string
  said: string
  matter: string
  matters: string
  copied: readonly string[]
  hashes: readonly What[]
}

const named = (names: readonly string[]) => sql.raw(names.join(', '))

/**
 * SQL that writes the step, as the row that `done` gives back stands now. `own`: further columns of this history with their
 * values. Written with the change in one statement; its number is the row's new one, and a number that is taken is refused.
 */
export const writtenStep = (
  { events, matter, copied }: History,
  step: NewStep,
  now: Date,
  done: SQL,
  own: Readonly<Record<string, SQL>> = {},
): SQL => {
  const values = Object.values(own).map(value => sql`${value}, `)
  return sql`
      insert into ${named([events])} (id, ${named([matter, 'seq', 'event', 'state', ...copied, ...Object.keys(own)])}, actor_id, actor, input_hash, at)
      select ${step.id}::uuid, id, seq, ${step.event}, state, ${named(copied)}, ${sql.join(values)}${step.actorId}::uuid, ${step.actor}, ${step.inputHash}, ${moment(now)} from ${done}`
}

/** Prefix, day in Shanghai and running number: five digits, more when five no longer hold it. */
export const numberFrom = (sequence: string, prefix: '' | 'F' | 'Y', day: Date): SQL => sql`(
  select ${sql.raw(`'${prefix}'`)} || to_char(${moment(day)} at time zone 'Asia/Shanghai', 'YYMMDD') || lpad(n, greatest(length(n), 5), '0')
  from (select nextval(${sql.raw(`'${sequence}'`)})::text) as ticket(n))`
