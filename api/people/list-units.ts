import { listUnits as readUnits } from '@huiyin/db/people/unit-queries.ts'
import type { Ctx } from '../core/context.ts'

/** Partner units of the townships where I am on duty; none for residents. */
export const listUnits = async (ctx: Ctx) => {
  const townships = new Set(
    ctx.me.posts.map(post => post.areaPath.split('/')[2]).filter(id => id !== undefined && id !== ''),
  )
  const lists = await Promise.all([...townships].map(id => readUnits(ctx.db, id as string)))
  return { items: lists.flat() }
}
