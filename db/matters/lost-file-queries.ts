import { type SQL, sql } from 'drizzle-orm'
import { moment } from '../core/values.ts'

/**
 * SQL of a table (matter_id, owner_id, file_id): files of one matter that one person announced and that were given up at one moment
 * since then, as long as nobody has been told of them; `file_id`: one of them, which stands for all.
 */
export const untoldLostFiles = (since: Date): SQL => sql`(
  select * from (
    select matter_id, owner_id, min(id::text)::uuid as file_id from sealed_files
    where lost is not null and lost_at >= ${moment(since)} and storage_key is null and matter_id is not null
    group by matter_id, owner_id, lost_at
  ) g where not exists (select from alerts a where a.event_id = g.file_id))`
