import { forgetPhone } from '@huiyin/db/people/forget-queries.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import type { Ctx } from '../core/context.ts'
import { personOf } from './person-view.ts'

export const removePhone = async (ctx: Ctx): Promise<Person> => {
  await forgetPhone(ctx.db, ctx.me.id)
  return personOf(ctx)
}
