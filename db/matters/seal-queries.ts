import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import type { History } from './step-queries.ts'

/** A row that is not as it was written, or missing. `place`: number of the matter and of the step, or an id. */
export type BrokenSeal = { what: 'step' | 'look' | 'end'; place: string }

const most = sql`limit 100`

/**
 * Every step of a history whose seal does not follow from it and from the seal before it, and every matter (a row of `matters`,
 * with a `number`) that does not stand where its history ends; a hundred of each at most. Reads everything: for the operator.
 */
export const listBrokenHistory = (db: Db, { table, matter }: History, matters: string): Promise<BrokenSeal[]> => {
  const [steps, id, rows] = [sql.raw(table), sql.raw(matter), sql.raw(matters)]
  return rowsOf<BrokenSeal>(
    db,
    sql`
    (select 'step' as what, m.number || ' #' || e.seq as place
      from ${steps} e join ${rows} m on m.id = e.${id}
        left join ${steps} before on before.${id} = e.${id} and before.seq = e.seq - 1
      where e.seal is distinct from case when e.seq = 0 then seal_of(e, '') else seal_of(e, before.seal) end
      order by e.at ${most})
    union all
    (select 'end', m.number from ${rows} m
      where m.seq is distinct from (select max(e.seq) from ${steps} e where e.${id} = m.id) order by m.created_at ${most})`,
  )
}
