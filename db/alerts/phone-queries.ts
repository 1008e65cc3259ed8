import type { RescuePhone, Rescuer } from '@huiyin/shared/alerts/rescue.ts'
import { and, eq, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { areaPhones, rescuePhones } from './phone-tables.ts'

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

/** Of an area, or of the whole county (`*`); null takes the number away. */
export const setRescuePhone = async (
  db: Db,
  scope: string,
  rescuer: Rescuer,
  number: AreaPhone | null,
): Promise<void> => {
  if (!number)
    await db.delete(rescuePhones).where(and(eq(rescuePhones.scope, scope), eq(rescuePhones.rescuer, rescuer)))
  else
    await db
      .insert(rescuePhones)
      .values({ scope, rescuer, ...number })
      .onConflictDoUpdate({ target: [rescuePhones.scope, rescuePhones.rescuer], set: number })
}

/** One number of each rescuer: that of the nearest area around this one that has its own, else the whole county's. */
export const listRescuePhones = (db: Db, areaId: string | undefined): Promise<RescuePhone[]> =>
  rowsOf(
    db,
    sql`select distinct on (p.rescuer) p.rescuer, p.title, p.phone from rescue_phones p
    left join areas above on above.id = p.scope
    where p.scope = '*' or p.scope = any (select unnest(string_to_array(path, '/')) from areas where id = ${areaId ?? null})
    order by p.rescuer, length(above.path) desc nulls last`,
  )
