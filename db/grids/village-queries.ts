import type { Area } from '@huiyin/shared/grids/area.ts'
import type { NamedPlace } from '@huiyin/shared/grids/place-name.ts'
import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'

/** Buildings of a village, of all its grids, by name, and under which grid each stands. */
export const listBuildings = async (db: Db, communityId: string): Promise<(Area & { under: string })[]> => {
  const rows = await rowsOf<Omit<Area, 'center'> & { under: string; lng: number | null; lat: number | null }>(
    db,
    sql`
    select b.id, b.level, b.name, b.parent_id as "parentId", g.name as under, b.center_gcj02[0] as lng, b.center_gcj02[1] as lat
    from areas g join areas b on b.parent_id = g.id
    where g.parent_id = ${communityId} and not g.retired and not b.retired and b.level = 'building'
    order by length(b.name), b.name, length(g.name), g.name`,
  )
  return rows.map(({ lng, lat, ...row }) => ({ ...row, center: lng === null || lat === null ? null : { lng, lat } }))
}

/** Grids and buildings of a village, as words may name them. */
export const listNamedPlaces = (db: Db, communityId: string): Promise<NamedPlace[]> =>
  rowsOf(
    db,
    sql`
    with g as (select id, name from areas where parent_id = ${communityId} and level = 'grid' and not retired)
    select id, id as "gridId", name, name as "gridName" from g
    union all select b.id, g.id, b.name, g.name from g join areas b on b.parent_id = g.id where not b.retired`,
  )
