import type { Ctx } from '@huiyin/api/core/context.ts'

/** The law firms of who acts: a conflict counts for all of them. */
export const firmsOf = ({ me }: Ctx): string[] =>
  me.posts.flatMap(post => (post.role === 'adviser' && post.unitId ? [post.unitId] : []))
