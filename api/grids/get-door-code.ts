import { findGround, toPlace } from '@huiyin/db/grids/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import type { Ctx } from '../core/context.ts'

const filingPage = 'reports/pages/new/index'

/** The mini-program code for a house plate (门牌): lead, officer and administrator of the area print it. */
export const getDoorCode = async (ctx: Ctx, { code }: { code: string }) => {
  const ground = (await findGround(ctx.db, code, ctx.now)) ?? refuse('place-unknown')
  toPlace(ground)
  const above = Object.values(ground.areas).map(area => area?.id)
  const may = ctx.me.posts.some(post => ['lead', 'officer', 'admin'].includes(post.role) && above.includes(post.areaId))
  if (!may) return refuse('not-allowed')
  try {
    const { bytes, type } = await ctx.outside.wechat.drawCode(`b=${code}`, filingPage)
    return { image: Buffer.from(bytes).toString('base64'), type }
  } catch (error) {
    if (error instanceof PlatformFailure) return refuse('wechat-busy')
    throw error
  }
}
