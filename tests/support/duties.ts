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
