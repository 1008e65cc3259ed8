import { eq, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { areaPhones } from './phone-tables.ts'

export type AreaPhone = { title: string; phone: string }

/** Null takes the number of the area away. */
export const setAreaPhone = async (db: Db, areaId: string, number: AreaPhone | null): Promise<void> => {
  if (!number) await db.delete(areaPhones).where(eq(areaPhones.areaId, areaId))
  else
    await db
      .insert(areaPhones)
      .values({ areaId, ...number })
      .onConflictDoUpdate({ target: areaPhones.areaId, set: number })
}

/** Whom residents of a grid ring, and whose number it is: that of the nearest area that has one, else the first duty number of its township. */
export const findAreaPhone = async (db: Db, gridId: string): Promise<AreaPhone | undefined> => {
  const [row] = await rowsOf<AreaPhone>(
    db,
    sql`select above.name || ' ' || n.title as title, n.phone from areas here
    join areas above on above.id = any (string_to_array(here.path, '/'))
    join lateral (
      select title, phone, 0 as duty, 0 as rank from area_phones where area_id = above.id
      union all select title, phone, 1, rank from duty_phones where township_id = above.id
    ) n on true
    where here.id = ${gridId} order by n.duty, length(above.path) desc, n.rank limit 1`,
  )
  return row
}
