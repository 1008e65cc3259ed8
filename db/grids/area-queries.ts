import type { Area } from '@huiyin/shared/grids/area.ts'
import { and, eq, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { toArea } from './queries.ts'
import { areas } from './tables.ts'

/** Undefined when there is none, or it is retired. */
export const findArea = async (db: Db, id: string): Promise<Area | undefined> => {
  const [row] = await db
    .select()
    .from(areas)
    .where(and(eq(areas.id, id), eq(areas.retired, false)))
  return row && toArea(row)
}

/** What places of a township are called: the district, itself, its villages. */
export const listPlaceNames = async (db: Db, townshipId: string): Promise<string[]> => {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`select a.name from areas t join areas a on a.id = t.id or a.id = t.parent_id or a.parent_id = t.id where t.id = ${townshipId}`,
  )
  return rows.map(row => row.name)
}
