import { setPhone } from '@huiyin/db/people/queries.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import type { Ctx } from '../core/context.ts'
import { personOf } from './person-view.ts'

export const removePhone = async (ctx: Ctx): Promise<Person> => {
  await setPhone(ctx.db, ctx.me.id, { phoneCipher: null, phoneIndex: null, phoneMask: null })
  return personOf(ctx)
}
