import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from './client.ts'

/** What the database's own clock says, in milliseconds since 1970. */
export const getClock = async (db: Db): Promise<number> => {
  const [row] = await rowsOf<{ ms: number }>(
    db,
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  )
  return row?.ms ?? Number.NaN
}
