import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost } from '../core/values.ts'

/** Phones whose seal does not begin so, by id; `past` is the last id seen. */
export const listPhonesSealedOtherwise = (
  db: Db,
  prefix: string,
  past: string | undefined,
  limit: number,
): Promise<{ id: string; cipher: string }[]> => {
  const further = past ? sql`and id > ${past}::uuid` : sql``
  return rowsOf(
    db,
    sql`select id, phone_cipher as cipher from people where phone_cipher is not null and not starts_with(phone_cipher, ${prefix}) ${further} order by id ${atMost(limit)}`,
  )
}

type Anew = { id: string; before: string; cipher: string; index: string }

/**
 * Replaces the seal of a phone that still stands as it was read. A number that another account has bound under the present
 * key belongs to that one: here it goes.
 */
export const sealPhoneAnew = async (db: Db, { id, before, cipher, index }: Anew): Promise<void> => {
  await rowsOf(
    db,
    sql`
    update people p set phone_cipher = case when taken.it then null else ${cipher} end, phone_index = case when taken.it then null else ${index} end,
      phone_mask = case when taken.it then null else p.phone_mask end
    from (select exists (select from people o where o.phone_index = ${index} and o.id <> ${id}::uuid) as it) taken
    where p.id = ${id}::uuid and p.phone_cipher = ${before}`,
  )
}

/** Looks whose seal does not follow from the row and from the seal before it, a hundred at most. Reads everything: for the operator. */
export const listBrokenAccesses = (db: Db): Promise<{ what: 'look'; place: string }[]> =>
  rowsOf(
    db,
    sql`select 'look' as what, l.id::text as place from looks l left join looks before on before.subject_id = l.subject_id and before.seq = l.seq - 1
      where l.seal is distinct from case when l.seq = 0 then seal_of(l, '') else seal_of(l, before.seal) end
      order by l.at limit 100`,
  )
