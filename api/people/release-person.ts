import type { Db } from '@huiyin/db/core/client.ts'
import { endPostings, findPersonByOpenid } from '@huiyin/db/people/queries.ts'

/** Ends all duties of a person in one area. Answers how many; undefined when nobody has this openid. */
export const releasePerson = async (
  { db, now }: { db: Db; now: Date },
  { openid, areaId }: { openid: string; areaId: string },
): Promise<number | undefined> => {
  const person = await findPersonByOpenid(db, openid)
  return person && endPostings(db, person.id, areaId, now)
}
