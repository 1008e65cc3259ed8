import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'

/** Whether a statement of this database waits for a lock that another holds: not asked inside of a transaction, which sees one moment. */
export const somebodyWaits = async (db: Db): Promise<boolean> =>
  (
    await rowsOf(
      db,
      sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' limit 1`,
    )
  ).length > 0
