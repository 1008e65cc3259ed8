import * as queries from '@huiyin/db/alerts/permit-queries.ts'
import { markEmployee } from '@huiyin/db/people/queries.ts'
import type { Permit } from '@huiyin/shared/alerts/alert.ts'
import { type Template, templates } from '@huiyin/shared/alerts/alert-kind.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { inputHash } from '../core/secrets.ts'

type Routes = typeof alertRoutes

export const listPermits = async (ctx: Ctx): Promise<Answer<Routes['listPermits']>> => {
  const { wechat, employee } = ctx.outside.env.TEMPLATES
  const kept = await queries.listPermits(ctx.db, ctx.me.id)
  const left = new Map(kept.items.map(it => [it.template, it.left]))
  const items = templates.flatMap((template): Permit[] => {
    const config = wechat[template]
    return config ? [{ template, templateId: config.id, lasting: config.lasting, left: left.get(template) ?? 0 }] : []
  })
  const templateIds = [...new Set(Object.values(employee).map(it => it.id))]
  const forStaff = ctx.me.posts.length > 0 && templateIds.length > 0
  return { items, employee: forStaff ? { templateIds, agreed: kept.employee } : null }
}

/** One more message for each template accepted in this tap; the tap's id makes a repeat count once. */
export const recordPermits = async (ctx: Ctx, input: Input<Routes['recordPermits']>) => {
  const known = Object.entries(ctx.outside.env.TEMPLATES.wechat) as [Template, { id: string }][]
  const accepted = known.filter(([, { id }]) => input.results[id] === 'accept').map(([template]) => template)
  const tap = { id: input.id, personId: ctx.me.id, inputHash: inputHash(input), at: ctx.now }
  const kept = await queries.recordTap(ctx.db, tap, accepted)
  if (kept.personId !== ctx.me.id) return refuse('not-found')
  if (kept.inputHash !== tap.inputHash) return refuse('id-reused')
  return listPermits(ctx)
}

/** Only somebody with a duty may be bound: the platform watches that nobody else is. */
export const recordEmployee = async (ctx: Ctx, { accepted }: Input<Routes['recordEmployee']>) => {
  if (ctx.me.posts.length === 0) return refuse('not-allowed')
  await markEmployee(ctx.db, ctx.me.id, accepted ? ctx.now : null)
  return listPermits(ctx)
}
