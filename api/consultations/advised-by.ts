import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'

type Advised = { areaId: string; townshipId: string }

/** The villages that this person advises; refused to whoever advises none. */
export const advisedBy = (ctx: Ctx): [Advised, ...Advised[]] => {
  const [first, ...rest] = ctx.me.posts
    .filter(post => post.role === 'adviser')
    .map(post => ({ areaId: post.areaId, townshipId: post.areaPath.split('/')[2] ?? '' }))
  return first ? [first, ...rest] : refuse('not-allowed')
}
