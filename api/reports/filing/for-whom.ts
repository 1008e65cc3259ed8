import type { Ctx } from '@huiyin/api/core/context.ts'
import { nameOf } from '@huiyin/api/grids/holders.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { findPersonByPhone } from '@huiyin/db/people/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import { roleNames } from '@huiyin/shared/people/person.ts'
import type { NewReport } from '@huiyin/shared/reports/filing-routes.ts'
import { isStaffSource, sourceOf } from '@huiyin/shared/reports/two-keys.ts'

/** Whom a report is for, and as whom the history shows its filer. */
export type ForWhom = { forId: string | null; actor: string }

/** Refuses a round or a call by somebody who holds no post there, and filing for somebody who was not asked. */
export const forWhom = async (ctx: Ctx, input: NewReport, ground: Ground): Promise<ForWhom> => {
  const { forPhone, agreed } = input
  const source = sourceOf(input)
  if (source === 'resident') return { forId: null, actor: actors.resident }
  const holder = ground.holders.find(it => it.personId === ctx.me.id)
  if (isStaffSource(source) && !holder) return refuse('not-allowed')
  if (source === 'proxy' && !agreed) return refuse('consent-needed')
  const found =
    forPhone && source !== 'patrol' ? await findPersonByPhone(ctx.db, ctx.outside.keys.blindIndex(forPhone)) : undefined
  const chief = ctx.me.posts.some(it => it.role === 'chief') ? roleNames.chief : actors.resident
  return { forId: found && found !== ctx.me.id ? found : null, actor: holder ? nameOf(holder) : chief }
}
