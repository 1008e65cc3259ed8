import type { Ctx } from '@huiyin/api/core/context.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { isResident } from '@huiyin/shared/matters/actors.ts'
import { mayEver } from '@huiyin/shared/matters/offered.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'
import { unitOut } from '../parting.ts'

/** 补充说明或照片, from either side; whoever is out there for it hears as the owner does. What is staff-only is never facts to residents. */
export const noteReport = (ctx: Ctx, input: ReportMoveInput & { photoIds: string[]; staffOnly: boolean }) =>
  move(ctx, 'note', input, async ({ report, actor }, { it }) => {
    if (!input.words && input.photoIds.length === 0) return refuse('words-or-photo')
    if (input.staffOnly && !mayEver(reportLife, ctx.me, 'seeStaffNotes', it)) return refuse('not-allowed')
    const fromStaff = !isResident(actor)
    return {
      patch: {},
      notices: [
        ...tell([...inCharge(report), ...(await unitOut(ctx, report))], 'task-noted', report),
        ...(fromStaff && !input.staffOnly ? tell(followers, 'report-noted', report, actor) : []),
      ],
    }
  })
