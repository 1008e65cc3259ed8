import type { ExtraHours } from '@huiyin/shared/consultations/office-desk.ts'
import { and, eq, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf } from '../core/client.ts'
import { officeExtras } from './office-tables.ts'

/** His single days from today on. */
export const listExtras = (db: Db, adviserId: string, today: string): Promise<ExtraHours[]> =>
  jsonRowsOf(
    db,
    sql`select x.id, v.name as village, p.name as place, x.community_id as "communityId", x.place_id as "placeId", x.mode, x.day, x.from_minute as from, x.to_minute as to,
      x.slot_minutes as "slotMinutes", x.buffer_minutes as "bufferMinutes", x.notice_minutes as "noticeMinutes", x.horizon_days as "horizonDays", x.capacity
    from office_extras x join areas v on v.id = x.community_id join office_places p on p.id = x.place_id
    where x.adviser_id = ${adviserId}::uuid and x.day >= ${today}::date and not x.removed order by x.day, x.from_minute, x.id`,
  )

/** Keeps a single day under its id; what was removed holds again. False when the id is somebody else's. */
export const upsertExtra = async (
  db: Db,
  adviserId: string,
  { id, from: fromMinute, to: toMinute, ...shape }: Omit<ExtraHours, 'village' | 'place'>,
): Promise<boolean> => {
  const row = { ...shape, fromMinute, toMinute, removed: false }
  const rows = await db
    .insert(officeExtras)
    .values({ ...row, id, adviserId })
    .onConflictDoUpdate({ target: officeExtras.id, set: row, setWhere: eq(officeExtras.adviserId, adviserId) })
    .returning({ id: officeExtras.id })
  return rows.length > 0
}

/** False when it is not his. */
export const removeExtra = async (db: Db, id: string, adviserId: string): Promise<boolean> => {
  const rows = await db
    .update(officeExtras)
    .set({ removed: true })
    .where(and(eq(officeExtras.id, id), eq(officeExtras.adviserId, adviserId)))
    .returning({ id: officeExtras.id })
  return rows.length > 0
}
