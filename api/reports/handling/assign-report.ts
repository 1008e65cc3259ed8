import type { Ctx } from '@huiyin/api/core/context.ts'
import { findOwner, holdersAt, nameOf } from '@huiyin/api/grids/holders.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import { awaitsRuling } from '@huiyin/shared/reports/report-life.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'
import { tellFormer, tellUnit } from '../parting.ts'

/**
 * 指派: to a grid of the same township, within the area of whoever assigns; a ruling gives its reason. The matter
 * comes down to the level of whoever has it now; the clock is not put back.
 */
export const assignReport = (ctx: Ctx, input: ReportMoveInput & { gridId: string }) =>
  move(ctx, 'assign', input, async ({ report, ground, situation }) => {
    if (awaitsRuling(report) && !input.words) return refuse('words-needed')
    const target = await findGround(ctx.db, input.gridId, ctx.now)
    const { grid, community, township } = target?.areas ?? {}
    if (!target || !grid || !community || township?.id !== report.townshipId) return refuse('place-unknown')
    const above = { lead: community.id, officer: township.id, supervisor: target.areas.district?.id }
    const mine = ctx.me.posts.some(({ role, areaId }) => role in above && above[role as keyof typeof above] === areaId)
    if (!mine) return refuse('not-allowed')
    const { level, owner } = findOwner(target, 'grid') ?? refuse('place-unknown')
    const clock = waitingClock(situation, report.dueAt)
    const after = { ...report, ...clock, level }
    const next = [owner.personId, ...holdersAt(target, 'grid').map(it => it.personId)]
    return {
      patch: {
        ...{ gridId: grid.id, communityId: community.id, level, ownerId: owner.personId, handId: null, unitId: null },
        ...clock,
      },
      notices: [
        ...tell(next, 'report-new', after),
        ...tell(followers, 'report-assigned', after, nameOf(owner)),
        ...tellFormer(report, ground, owner, next),
        ...(await tellUnit(ctx, report)),
      ],
    }
  })
