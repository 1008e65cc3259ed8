import { sql } from 'drizzle-orm'
import { type Db, jsonRowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'

export type AnswerGiven = { at: string; number: string; communityId: string; adviser: string }

/**
 * The open door to `consultations`: answers of a township in a span of time, for the service record. Number, village, who and when;
 * what was asked in danger is left out.
 */
export const listAnswersGiven = (db: Db, townshipId: string, from: Date, until: Date): Promise<AnswerGiven[]> =>
  jsonRowsOf(
    db,
    sql`select to_char(e.at, 'YYYY-MM-DD"T"HH24":"MI":"SS.MS"Z"') as at, q.number, q.community_id as "communityId", p.name as adviser
    from questions q join question_events e on e.question_id = q.id and e.event = 'answer' join people p on p.id = e.actor_id
    where q.township_id = ${townshipId} and not q.danger and e.at >= ${moment(from)} and e.at < ${moment(until)} order by e.at, q.number`,
  )
