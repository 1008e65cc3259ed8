import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import type { History } from './step-queries.ts'

/**
 * What is not as it was written, or missing. `place`: number of the matter and of the step, or an id. `step`, `look`: a row and its
 * seal; `said`: name or words beside a step; `end`: the matter does not stand where its history ends; `former`: it was so
 * already when the history was sealed anew.
 */
export type BrokenSeal = { what: 'step' | 'said' | 'look' | 'end' | 'former'; place: string }

const most = sql`limit 100`

/** Every place where a history is not as it was written, a hundred of each kind at most. Reads everything: for the operator. */
export const listBrokenHistory = (db: Db, history: History): Promise<BrokenSeal[]> => {
  const [steps, said, id, rows] = [history.steps, history.said, history.matter, history.matters].map(it => sql.raw(it))
  const hashes = sql.raw(history.hashes.map(it => `('${it}', e.${it}_hash)`).join(', '))
  return rowsOf<BrokenSeal>(
    db,
    sql`
    (select 'step' as what, m.number || ' #' || e.seq as place
      from ${steps} e join ${rows} m on m.id = e.${id}
        left join ${steps} before on before.${id} = e.${id} and before.seq = e.seq - 1
        left join kept_seals k on e.seq = 0 and k.history = ${history.steps} and k.matter_id = m.id
      where e.seal is distinct from seal_of(e, case when e.seq = 0 then coalesce(k.seal, '') else before.seal end)
      order by e.at ${most})
    union all
    (select 'said', m.number || ' #' || e.seq
      from ${steps} e join ${rows} m on m.id = e.${id} cross join lateral (values ${hashes}) h(what, hash)
        left join ${said} w on w.step_id = e.id and w.what = h.what
      where h.hash is not null and w.erased_at is null and salted_hash(w.salt, w.text) is distinct from h.hash
      order by e.at ${most})
    union all
    (select 'end', m.number from ${rows} m
      where m.seq is distinct from (select max(e.seq) from ${steps} e where e.${id} = m.id) order by m.created_at ${most})
    union all
    (select 'former', m.number from kept_seals k join ${rows} m on m.id = k.matter_id
      where k.history = ${history.steps} and not k.intact order by m.created_at ${most})`,
  )
}

/** How many names and words beside a history have been erased. */
export const countErased = async (db: Db, { said }: History): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from ${sql.raw(said)} where erased_at is not null`,
  )
  return row?.n ?? 0
}
