import type { Db } from '@huiyin/db/core/client.ts'
import { people, postings } from '@huiyin/db/people/tables.ts'
import { eq } from 'drizzle-orm'

export const idOf = async (db: Db, openid: string) =>
  (await db.select({ id: people.id }).from(people).where(eq(people.openid, openid)))[0]?.id ?? ''

/** Ends all duties of a person. */
export const endPosts = async (db: Db, openid: string, now: Date) => {
  await db
    .update(postings)
    .set({ untilAt: now })
    .where(eq(postings.personId, await idOf(db, openid)))
}

/** Makes a person adviser of one more village, for one more firm; gives what undoes it. `more`: another rank, or since when and until when. */
export const alsoAdvises = async (
  db: Db,
  openid: string,
  areaId: string,
  unitId: string,
  more: Partial<typeof postings.$inferInsert> = {},
) => {
  const [row] = await db
    .insert(postings)
    .values({
      ...{ personId: await idOf(db, openid), role: 'adviser' as const, title: '法律顾问', areaId, unitId, rank: 9 },
      fromAt: new Date('2020-01-01T00:00:00Z'),
      ...more,
    })
    .returning({ id: postings.id })
  return () => db.delete(postings).where(eq(postings.id, row?.id as never))
}
