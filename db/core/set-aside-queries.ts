import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from './client.ts'
import { atMost, moment } from './values.ts'

export type SetAside = { clock: string; id: string; since: string; failures: number; code: string; next: string }

/** What is set aside, longest first, 200 at most. */
export const listSetAside = (db: Db): Promise<SetAside[]> =>
  rowsOf(
    db,
    sql`select clock, item_id as id, since, failures, code, until as next from clock_work where failures > 0 order by since, item_id ${atMost(200)}`,
  )

/** Lets what is set aside be tried at once: one item, those of a clock, or all. Answers how many. */
export const retryWork = async (
  db: Db,
  clock: string | undefined,
  id: string | undefined,
  now: Date,
): Promise<number> => {
  const rows = await rowsOf(
    db,
    sql`update clock_work set until = ${moment(now)} where failures > 0
      ${clock === undefined ? sql`` : sql`and clock = ${clock}`} ${id === undefined ? sql`` : sql`and item_id = ${id}::uuid`} returning item_id`,
  )
  return rows.length
}
