import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Db } from '../core/client.ts'
import { people, postings, sessions } from './tables.ts'

const noPhone = { phoneCipher: null, phoneIndex: null, phoneMask: null }

export const forgetPhone = async (db: Db, id: string): Promise<void> => {
  await db.update(people).set(noPhone).where(eq(people.id, id))
}

export const forgetHome = async (db: Db, id: string): Promise<void> => {
  await db.update(people).set({ homeId: null }).where(eq(people.id, id))
}

/** Leaves a row that case files can point at, and nothing that says who it was; duties and sessions end. */
export const forgetPerson = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.delete(sessions).where(eq(sessions.personId, id))
  await db
    .update(postings)
    .set({ untilAt: now })
    .where(and(eq(postings.personId, id), or(isNull(postings.untilAt), gt(postings.untilAt, now))))
  await db
    .update(people)
    .set({ openid: null, name: '', homeId: null, ...noPhone })
    .where(eq(people.id, id))
}
