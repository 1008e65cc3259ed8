import type { Ctx } from '@huiyin/api/core/context.ts'
import { listExtras } from '@huiyin/db/consultations/extra-queries.ts'
import { listLeaves } from '@huiyin/db/consultations/leave-queries.ts'
import { listHours, listOfficePlaces } from '@huiyin/db/consultations/office-queries.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import type { Answer } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { advisedBy } from '../advised-by.ts'
import { ownContact } from './contact.ts'
import { modesOf } from './hours.ts'
import { leaveView } from './leave.ts'

type Routes = typeof officeRoutes

export const listOfficeHours = async (ctx: Ctx): Promise<Answer<Routes['listOfficeHours']>> => {
  const posts = advisedBy(ctx)
  const villages = posts.map(post => post.areaId)
  const today = shanghaiDay(ctx.now)
  const [hours, extras, leaves, places, contact] = await Promise.all([
    listHours(ctx.db, ctx.me.id, today),
    listExtras(ctx.db, ctx.me.id, today),
    listLeaves(ctx.db, ctx.me.id, ctx.now),
    listOfficePlaces(ctx.db, villages),
    ownContact(ctx),
  ])
  return {
    hours,
    extras,
    leaves: leaves.map(leaveView),
    places,
    contact,
    modes: modesOf(ctx),
  }
}
