import { getPersonByOpenid, insertSession } from '@huiyin/db/people/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import type { Ctx } from '../core/context.ts'
import { randomToken, sha256 } from '../core/secrets.ts'
import { personOf } from './person-view.ts'

const sessionDays = 30

/** Silent login: a WeChat code for a session token. The token is shown once and kept only as its hash. */
export const openSession = async (ctx: Ctx, { code }: { code: string }): Promise<{ token: string; person: Person }> => {
  const openid = await openidOf(ctx, code)
  const personId = await getPersonByOpenid(ctx.db, openid, ctx.now)
  const token = randomToken()
  await insertSession(ctx.db, {
    tokenHash: sha256(token),
    personId,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + sessionDays * 86_400_000),
  })
  return { token, person: await personOf({ ...ctx, me: { id: personId, posts: [] } }) }
}

/** Codes that mean: this login code is no good, or this user may not. Everything else is WeChat's own trouble. */
const refusedCodes = new Set(['40029', '40163', '40226'])

const openidOf = async (ctx: Ctx, code: string): Promise<string> => {
  try {
    return (await ctx.outside.wechat.login(code)).openid
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error
    ctx.outside.log.warn({ code: error.code }, 'login refused by wechat')
    return refuse(refusedCodes.has(error.code) ? 'login-refused' : 'wechat-busy')
  }
}
