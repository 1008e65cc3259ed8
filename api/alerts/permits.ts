import * as queries from '@huiyin/db/alerts/permit-queries.ts'
import type { Permit } from '@huiyin/shared/alerts/alert.ts'
import { templates } from '@huiyin/shared/alerts/alert-kind.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import type { Answer } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'

type Routes = typeof alertRoutes

/** How many messages each template may still bring, and what staff agreed to. */
export const permitsOf = async (ctx: Ctx): Promise<Answer<Routes['listPermits']>> => {
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
