import * as queries from '@huiyin/db/alerts/call-queries.ts'
import { listDutyPhones } from '@huiyin/db/alerts/ladder-queries.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { demandIn, iso, whole } from './told.ts'

type Routes = typeof alertRoutes

export const listCalls = async (
  ctx: Ctx,
  { township }: Input<Routes['listCalls']>,
): Promise<Answer<Routes['listCalls']>> => {
  demandIn(ctx, 'seeCalls', township)
  const [rows, phones] = await Promise.all([
    queries.listCalls(ctx.db, township, ctx.now),
    listDutyPhones(ctx.db, township),
  ])
  const items = rows.map(({ id, matterId, fill, title, name, at, hasPhone, tries, triedAt }) => ({
    id,
    reportId: matterId,
    number: fill.number,
    kind: fill.kind,
    place: fill.place,
    who: whole(title, name),
    at: iso(at),
    hasPhone,
    tries,
    triedAt: triedAt && iso(triedAt),
  }))
  return { items, phones }
}
