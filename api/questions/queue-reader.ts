import type { QueueReader } from '@huiyin/db/questions/queue-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'
import { firmsOf } from './take-up.ts'

/** What this person may take by his duties; refused to whoever has none of them. */
export const queueReaderOf = (ctx: Ctx): QueueReader => {
  const advises = ctx.me.posts.filter(post => post.role === 'adviser')
  const justice = ctx.me.posts.filter(post => post.role === 'justice').map(post => post.areaId)
  if (advises.length === 0 && justice.length === 0) return refuse('not-allowed')
  const townships = [...new Set(advises.map(post => post.areaPath.split('/')[2] ?? ''))]
  return { personId: ctx.me.id, villages: advises.map(post => post.areaId), townships, firms: firmsOf(ctx), justice }
}
