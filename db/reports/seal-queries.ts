import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'

/** A row that is not as it was written, or missing. `place`: number of the matter and of the step, or the look's id. */
export type BrokenSeal = { what: 'step' | 'look' | 'end'; place: string }

/**
 * Every row of the histories and of the looks whose seal does not follow from it and from the seal before it, and every
 * matter that does not stand where its history ends; a hundred of each at most. Reads everything: for the operator.
 */
export const listBrokenSeals = async (db: Db): Promise<BrokenSeal[]> =>
  rowsOf<BrokenSeal>(
    db,
    sql`
    (select 'step' as what, r.number || ' #' || e.seq as place
      from report_events e join reports r on r.id = e.report_id
        left join report_events before on before.report_id = e.report_id and before.seq = e.seq - 1
      where e.seal is distinct from case when e.seq = 0 then seal_of(e, '') else seal_of(e, before.seal) end
      order by e.at limit 100)
    union all
    (select 'look', l.id::text from looks l left join looks before on before.subject_id = l.subject_id and before.seq = l.seq - 1
      where l.seal is distinct from case when l.seq = 0 then seal_of(l, '') else seal_of(l, before.seal) end
      order by l.at limit 100)
    union all
    (select 'end', r.number from reports r
      where r.seq is distinct from (select max(e.seq) from report_events e where e.report_id = r.id) order by r.created_at limit 100)`,
  )
