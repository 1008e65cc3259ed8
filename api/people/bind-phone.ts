import { getPerson, setPhone } from '@huiyin/db/people/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { maskPhone, type Person } from '@huiyin/shared/people/person.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import type { Ctx } from '../core/context.ts'
import { about } from '../core/secrets.ts'
import { personOf } from './person-view.ts'

/** Binds the phone behind a WeChat phone code: kept enciphered, found by a keyed index, shown masked. */
export const bindPhone = async (ctx: Ctx, { code }: { code: string }): Promise<Person> => {
  const { openid } = await getPerson(ctx.db, ctx.me.id, ctx.now)
  const phone = await numberOf(ctx, code, openid ?? '')
  const { keys } = ctx.outside
  await setPhone(ctx.db, ctx.me.id, {
    phoneCipher: keys.seal(phone, about.phone(ctx.me.id)),
    phoneIndex: keys.blindIndex(phone),
    phoneMask: maskPhone(phone),
  })
  return personOf(ctx)
}

const numberOf = async (ctx: Ctx, code: string, openid: string): Promise<string> => {
  try {
    return await ctx.outside.wechat.getPhone(code, openid)
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error
    // Not 401: she is signed in, only this code was no good.
    return refuse(['40029', '40163'].includes(error.code) ? 'phone-refused' : 'wechat-busy')
  }
}
