import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { listAreas, listAreasById } from '@huiyin/db/grids/queries.ts'
import type { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { holdsPost } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { recordOf } from './record-lines.ts'
import { sheetOf } from './record-sheet.ts'

type Routes = typeof recordRoutes

/** One village in one month, to be printed and hung up. */
export const readSheet = async (ctx: Ctx, { communityId, month }: Input<Routes['readSheet']>): Promise<Response> => {
  const [area] = await listAreasById(ctx.db, [communityId])
  if (area?.level !== 'community') return refuse('place-unknown')
  const townshipId = area.path.split('/')[2] ?? ''
  if (!holdsPost(ctx.me, 'adviser', communityId)) demandPost(ctx, 'justice', townshipId)
  const village = (await listAreas(ctx.db, townshipId)).find(it => it.id === communityId)?.name ?? ''
  const lines = (await recordOf(ctx, townshipId, month)).filter(line => line.village === village)
  return new Response(await sheetOf(village, month, lines), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  })
}
