import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost } from '../core/values.ts'
import { publicationThanks } from './publication-tables.ts'

export type ThankRow = typeof publicationThanks.$inferSelect

/** How many thanks stand for the publication `p`, up to a limit. */
export const thanksOf: SQL = sql`(select count(*)::int from (
      select from publication_thanks t where t.publication_id = p.id and t.withdrawn_at is null ${atMost(reportLimits.thanksMost)}) counted)`

/** The newest thanks of a person that stand: for which publication, under which number. */
export const listThanks = (db: Db, personId: string): Promise<{ id: string; thankId: string }[]> =>
  rowsOf(
    db,
    sql`
    select publication_id as id, id as "thankId" from publication_thanks where person_id = ${personId}::uuid and withdrawn_at is null
    order by at desc nulls first ${atMost(reportLimits.thanksListed)}`,
  )

export const findThanks = async (db: Db, id: string): Promise<ThankRow | undefined> => {
  const [row] = await db.select().from(publicationThanks).where(eq(publicationThanks.id, id))
  return row
}

/** The thanks of this person that stand for this publication. */
export const findOwnThanks = async (db: Db, publicationId: string, personId: string): Promise<ThankRow | undefined> => {
  const [row] = await db
    .select()
    .from(publicationThanks)
    .where(
      and(
        eq(publicationThanks.publicationId, publicationId),
        eq(publicationThanks.personId, personId),
        isNull(publicationThanks.withdrawnAt),
      ),
    )
  return row
}

/** Does nothing when the id is taken, or this person's thanks stand already. */
export const insertThanks = async (db: Db, row: typeof publicationThanks.$inferInsert): Promise<void> => {
  await db.insert(publicationThanks).values(row).onConflictDoNothing()
}

export const endThanks = async (db: Db, id: string, now: Date): Promise<void> => {
  await db
    .update(publicationThanks)
    .set({ withdrawnAt: now })
    .where(and(eq(publicationThanks.id, id), isNull(publicationThanks.withdrawnAt)))
}
