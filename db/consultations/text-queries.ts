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
