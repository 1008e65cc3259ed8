import type { Ctx } from '@huiyin/api/core/context.ts'
import { findUnit, listUnitStaff } from '@huiyin/db/people/unit-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { workingClock } from '@huiyin/shared/reports/report-clock.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'
import { tellUnit } from '../parting.ts'

/** 派单: a partner unit does the job; the owner stays answerable, hears of it, and the clock stays his. */
export const dispatchReport = (ctx: Ctx, input: ReportMoveInput & { unitId: string }) =>
  move(ctx, 'dispatch', input, async ({ report, situation }) => {
    const unit = (await findUnit(ctx.db, input.unitId, report.townshipId)) ?? refuse('place-unknown')
    const staff = await listUnitStaff(ctx.db, unit.id, ctx.now)
    return {
      patch: { unitId: unit.id, ...(report.dueFor === 'climb' ? {} : workingClock(situation)) },
      notices: [
        ...tell(staff, 'task-dispatched', report),
        ...tell(followers, 'report-dispatched', report, unit.name),
        ...tell(inCharge(report), 'task-outsourced', report, unit.name),
        ...(unit.id === report.unitId ? [] : await tellUnit(ctx, report)),
      ],
    }
  })
