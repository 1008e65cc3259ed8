import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'
import type { History } from './step-queries.ts'
import type { What } from './tables.ts'

export type { What }

/** Step `seq` of the matter with this number; `by` and `why` stay where text and salt were. */
export type Erasing = { number: string; seq: number; what: What; by: string; why: string; now: Date }

/**
 * Erases the name or the words of one step, for good: what is left of them is a hash that cannot be guessed without its salt. The hash
 * of the input that they came in goes too, so a repeat of that tap is refused from then on. False when there is nothing (any more).
 */
export const eraseSaid = async (db: Db, history: History, erasing: Erasing): Promise<boolean> => {
  const { number, seq, what, by, why, now } = erasing
  const [steps, said, id, rows] = [history.steps, history.said, history.matter, history.matters].map(it => sql.raw(it))
  const erased = await rowsOf(
    db,
    sql`
    with erased as (
      update ${said} set text = null, salt = null, erased_at = ${moment(now)}, erased_by = ${by}, erased_why = ${why}
      where what = ${what} and erased_at is null
        and step_id = (select e.id from ${steps} e join ${rows} m on m.id = e.${id} where m.number = ${number} and e.seq = ${seq}::int)
      returning step_id
    ), untied as (
      update ${steps} set input_hash = '' where id in (select step_id from erased) and ${what} = 'words' and input_hash <> ''
    )
    select from erased`,
  )
  return erased.length > 0
}
