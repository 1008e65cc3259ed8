import { findGround, toPlace } from '@huiyin/db/grids/queries.ts'
import { getPerson } from '@huiyin/db/people/queries.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import type { Ctx } from '../core/context.ts'

/** Oneself as the phone keeps it: duties, home, masked phone. */
export const personOf = async (ctx: Ctx): Promise<Person> => {
  const row = await getPerson(ctx.db, ctx.me.id, ctx.now)
  const home = row.homeId ? await findGround(ctx.db, row.homeId, ctx.now) : undefined
  return { id: row.id, name: row.name, phone: row.phoneMask, home: home ? toPlace(home) : null, posts: row.posts }
}
