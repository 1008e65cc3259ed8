import type { Unit } from '@huiyin/shared/people/person.ts'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../core/client.ts'
import { heldAt } from '../core/values.ts'
import { postings, units } from './tables.ts'

export const listUnits = (db: Db, townshipId: string): Promise<Unit[]> =>
  db
    .select({ id: units.id, name: units.name, work: units.work })
    .from(units)
    .where(and(eq(units.townshipId, townshipId), eq(units.kind, 'partner')))
    .orderBy(asc(units.name))

export const findUnit = async (
  db: Db,
  id: string,
  townshipId: string,
  kind: 'partner' | 'firm' = 'partner',
): Promise<Unit | undefined> => {
  const [unit] = await db
    .select({ id: units.id, name: units.name, work: units.work })
    .from(units)
    .where(and(eq(units.id, id), eq(units.townshipId, townshipId), eq(units.kind, kind)))
  return unit
}

/** People who work for a partner unit now. */
export const listUnitStaff = async (db: Db, unitId: string, now: Date): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: postings.personId })
    .from(postings)
    .where(and(eq(postings.unitId, unitId), heldAt(now)))
  return rows.map(row => row.id)
}

/** Adds a partner unit. False when the id is taken. */
export const insertUnit = async (db: Db, row: typeof units.$inferInsert): Promise<boolean> => {
  const rows = await db.insert(units).values(row).onConflictDoNothing().returning({ id: units.id })
  return rows.length > 0
}
