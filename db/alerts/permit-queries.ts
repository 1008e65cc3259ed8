import type { Template } from '@huiyin/shared/alerts/alert-kinds.ts'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../core/client.ts'
import { people } from '../people/tables.ts'
import { permits, permitTaps } from './tables.ts'

/** The platform says that nothing is left. */
export const clearPermit = async (db: Db, personId: string, template: Template): Promise<void> => {
  await db
    .update(permits)
    .set({ left: 0 })
    .where(and(eq(permits.personId, personId), eq(permits.template, template)))
}

/** What is left for each template, and whether this person has agreed to staff messages. */
export const listPermits = async (
  db: Db,
  personId: string,
): Promise<{ items: { template: Template; left: number }[]; employee: boolean }> => {
  const [items, [person]] = await Promise.all([
    db.select({ template: permits.template, left: permits.left }).from(permits).where(eq(permits.personId, personId)),
    db.select({ employeeAt: people.employeeAt }).from(people).where(eq(people.id, personId)),
  ])
  return { items, employee: person?.employeeAt != null }
}

/** Adds one for each accepted template, once for a tap id. Answers who made the tap with which input. */
export const recordTap = async (
  db: Db,
  tap: typeof permitTaps.$inferInsert,
  accepted: Template[],
): Promise<{ personId: string; inputHash: string }> =>
  db.transaction(async tx => {
    const made = await tx.insert(permitTaps).values(tap).onConflictDoNothing().returning()
    if (made.length > 0 && accepted.length > 0)
      await tx
        .insert(permits)
        .values(accepted.map(template => ({ personId: tap.personId, template, left: 1 })))
        .onConflictDoUpdate({ target: [permits.personId, permits.template], set: { left: sql`${permits.left} + 1` } })
    const [row] = made.length > 0 ? made : await tx.select().from(permitTaps).where(eq(permitTaps.id, tap.id))
    return row ?? tap
  })
