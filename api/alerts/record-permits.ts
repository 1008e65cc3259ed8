import * as queries from '@huiyin/db/alerts/permit-queries.ts'
import type { Template } from '@huiyin/shared/alerts/alert-kind.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { inputHash } from '../core/secrets.ts'
import { permitsOf } from './permits.ts'

type Routes = typeof alertRoutes

/** One more message for each template accepted in this tap; the tap's id makes a repeat count once. */
export const recordPermits = async (ctx: Ctx, input: Input<Routes['recordPermits']>) => {
  const known = Object.entries(ctx.outside.env.TEMPLATES.wechat) as [Template, { id: string }][]
  const accepted = known.filter(([, { id }]) => input.results[id] === 'accept').map(([template]) => template)
  const tap = { id: input.id, personId: ctx.me.id, inputHash: inputHash(input), at: ctx.now }
  const kept = await queries.recordTap(ctx.db, tap, accepted)
  if (kept.personId !== ctx.me.id) return refuse('not-found')
  if (kept.inputHash !== tap.inputHash) return refuse('id-reused')
  return permitsOf(ctx)
}
