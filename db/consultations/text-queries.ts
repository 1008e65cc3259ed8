import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost } from '../core/values.ts'
import type { TextKind } from './queries.ts'

/** Words whose cipher does not begin so, for sealing anew. `past`: the last id of the batch before. */
export const listBookingTextsSealedOtherwise = (
  db: Db,
  prefix: string,
  past: string | undefined,
  limit: number,
): Promise<{ id: string; kind: TextKind; cipher: string }[]> =>
  rowsOf(
    db,
    sql`select id, kind, cipher from booking_texts where not starts_with(cipher, ${prefix})
      and (${past ?? null}::uuid is null or id > ${past ?? null}::uuid) order by id ${atMost(limit)}`,
  )

/** Replaces the seal of words that still stand as they were read. */
export const sealBookingTextAnew = async (
  db: Db,
  { id, before, cipher }: { id: string; before: string; cipher: string },
): Promise<void> => {
  await rowsOf(
    db,
    sql`update booking_texts set cipher = ${cipher} where id = ${id}::uuid and cipher = ${before} returning id`,
  )
}

/** As `listBrokenSeals` of the reports, for the history of bookings. */
export const listBrokenBookingSeals = (db: Db): Promise<{ what: 'step' | 'end'; place: string }[]> =>
  rowsOf(
    db,
    sql`
    (select 'step' as what, b.number || ' #' || e.seq as place
      from booking_events e join bookings b on b.id = e.booking_id
        left join booking_events before on before.booking_id = e.booking_id and before.seq = e.seq - 1
      where e.seal is distinct from case when e.seq = 0 then seal_of(e, '') else seal_of(e, before.seal) end
      order by e.at limit 100)
    union all
    (select 'end', b.number from bookings b
      where b.seq is distinct from (select max(e.seq) from booking_events e where e.booking_id = b.id) order by b.created_at limit 100)`,
  )
