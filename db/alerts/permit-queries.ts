import type { Template } from '@huiyin/shared/alerts/alert-kind.ts'
import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'
import { people } from '../people/tables.ts'
import { permitAccepts, permits, permitTaps } from './tables.ts'

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
    const { personId, at } = tap
    if (made.length > 0 && accepted.length > 0) {
      await tx
        .insert(permits)
        .values(accepted.map(template => ({ personId, template, left: 1 })))
        .onConflictDoUpdate({
          target: [permits.personId, permits.template],
          set: { left: sql`${permits.left} + 1`, refusedAt: null },
        })
      await tx.insert(permitAccepts).values(accepted.map(template => ({ personId, template, at, credited: true })))
    }
    const [row] = made.length > 0 ? made : await tx.select().from(permitTaps).where(eq(permitTaps.id, tap.id))
    return row ?? tap
  })

/** An 允许 that the platform tells of. It is not credited yet: the phone's own word may be on its way, or here already. */
export const insertAccept = async (db: Db, personId: string, template: Template, at: Date): Promise<void> => {
  await db.insert(permitAccepts).values({ personId, template, at, credited: false })
}

/**
 * Refused in WeChat at `at`: of what is left only what was allowed later stays. A later 允许 also outlives the refusal
 * when that arrives after it; moments of the platform are whole seconds.
 */
export const markRefused = async (db: Db, personId: string, template: Template, at: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with since as (
      select count(*)::int as n from permit_accepts where person_id = ${personId}::uuid and template = ${template} and credited
        and at >= ${moment(at)} + interval '1 second'
    )
    insert into permits as p (person_id, template, "left", refused_at)
    select ${personId}::uuid, ${template}, 0, case when n = 0 then ${moment(at)} end from since
    on conflict (person_id, template) do update set "left" = least(p."left", (select n from since)),
      refused_at = greatest(excluded.refused_at, p.refused_at)`,
  )
}

/** So far apart the words of the phone and of the platform may be to mean one tap. */
const acceptWindow = sql`interval '5 minutes'`
const settledAtOnce = 100

/**
 * Every 允许 from the platform that no phone can meet any more: where one has met it, they were one tap; the others are
 * credited, because the phone's word was lost. Answers how many were credited. Safe to run twice at once.
 */
export const settleAccepts = (db: Db, now: Date): Promise<number> =>
  db.transaction(async tx => {
    const open = await tx
      .select()
      .from(permitAccepts)
      .where(and(sql`not credited and not settled`, lte(permitAccepts.at, sql`${moment(now)} - ${acceptWindow}`)))
      .orderBy(asc(permitAccepts.at))
      .limit(settledAtOnce)
      .for('update', { skipLocked: true })
    let credited = 0
    for (const accept of open) {
      const isNew = !(await meetPhone(tx, accept)) && (await credit(tx, accept))
      await tx.update(permitAccepts).set({ settled: true, credited: isNew }).where(eq(permitAccepts.id, accept.id))
      if (isNew) credited++
    }
    return credited
  })

type Accept = typeof permitAccepts.$inferSelect

const meetPhone = async (tx: Db, { personId, template, at }: Accept): Promise<boolean> => {
  const met = await rowsOf(
    tx,
    sql`
    update permit_accepts set settled = true where id = (
      select id from permit_accepts where person_id = ${personId}::uuid and template = ${template} and credited and not settled
        and at between ${moment(at)} - ${acceptWindow} and ${moment(at)} + ${acceptWindow}
      order by at limit 1 for update skip locked)
    returning id`,
  )
  return met.length > 0
}

/** One message more, unless she has refused since. */
const credit = async (tx: Db, { personId, template, at }: Accept): Promise<boolean> => {
  const rows = await rowsOf(
    tx,
    sql`
    insert into permits as p (person_id, template, "left") values (${personId}::uuid, ${template}, 1)
    on conflict (person_id, template) do update set "left" = p."left" + 1, refused_at = null
    where p.refused_at is null or p.refused_at < ${moment(at)}
    returning template`,
  )
  return rows.length > 0
}

/** Forgets all that a person allowed. */
export const deletePermits = async (db: Db, personId: string): Promise<void> => {
  for (const table of [permits, permitTaps, permitAccepts]) await db.delete(table).where(eq(table.personId, personId))
}
