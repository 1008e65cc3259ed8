import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import { findOfficePlace, findVillage, insertOfficePlace } from '@huiyin/db/consultations/office-queries.ts'
import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import type { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'

type Routes = typeof townshipRoutes

/** The code of the poster cannot be told from the id: who shows it has been there. */
export const addOfficePlace = async (ctx: Ctx, input: Input<Routes['addOfficePlace']>): Promise<OfficePlace> => {
  const village = (await findVillage(ctx.db, input.communityId)) ?? refuse('place-unknown')
  demandPost(ctx, 'justice', village.townshipId)
  const code = ctx.outside.keys
    .blindIndex(`office place ${input.id}`)
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(0, 10)
  if (!(await insertOfficePlace(ctx.db, { ...input, code }))) {
    const known = await findOfficePlace(ctx.db, input.id)
    if (known?.townshipId !== village.townshipId) return refuse('not-found')
    if (known.communityId !== input.communityId || known.name !== input.name) return refuse('id-reused')
  }
  return { ...input, village: village.name, code }
}
