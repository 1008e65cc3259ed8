import type { Ctx } from '@huiyin/api/core/context.ts'
import type { Outside } from '@huiyin/api/core/outside.ts'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import type { PlannedPeople } from './people.ts'
import type { PlannedArea } from './rows.ts'

/** All of the outside world that the demo's own acts touch. */
export type Tools = Pick<Outside, 'keys' | 'env'>

const nothing = () => {}
export const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Who calls a verb of the service, and at what hour. */
export const actAs =
  (db: Db, outside: Tools, { postings }: PlannedPeople, areas: Map<string, PlannedArea>) =>
  (personId: string, at: Date): Ctx => ({
    db,
    now: at,
    tokenHash: '',
    outside: outside as Outside,
    me: {
      id: personId,
      posts: postings
        .filter(it => it.personId === personId)
        .map(({ role, areaId, unitId }) => ({ role, areaId, unitId, areaPath: areas.get(areaId)?.path ?? '' })),
    },
  })

/** What is told of all that has been read, and rang long ago; only what waits now is new. `about`: a part of the alerts' kinds. */
export const quieten = async (db: Db, about: string, now: Date) => {
  const ours = sql`kind like ${`%${about}%`}`
  await rowsOf(db, sql`delete from alerts where ${ours} and channel <> 'inbox'`)
  await rowsOf(db, sql`update alerts set rung_at = null where ${ours}`)
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000).toISOString()
  await rowsOf(db, sql`update alerts set read_at = created_at where ${ours} and created_at < ${dayAgo}::timestamptz`)
}
