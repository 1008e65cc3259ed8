import type { Ctx } from '@huiyin/api/core/context.ts'
import * as queries from '@huiyin/db/reports/list-queries.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { deskOf } from './desk.ts'

type Routes = typeof reportRoutes

export const countDesk = async (ctx: Ctx, { desk }: Input<Routes['countDesk']>): Promise<Answer<Routes['countDesk']>> =>
  queries.countDesk(ctx.db, deskOf(ctx, desk), ctx.now)
