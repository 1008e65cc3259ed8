import type { Ctx } from '@huiyin/api/core/context.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { isResident } from '@huiyin/shared/matters/actors.ts'
import { mayEver } from '@huiyin/shared/matters/offered.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'

/** 补充说明或照片, from either side. What is staff-only is never told to residents. */
export const noteReport = (ctx: Ctx, input: ReportMoveInput & { photoIds: string[]; staffOnly: boolean }) =>
  move(ctx, 'note', input, ({ report, actor }, { it }) => {
    if (!input.words && input.photoIds.length === 0) return refuse('words-or-photo')
    if (input.staffOnly && !mayEver(reportLife, ctx.me, 'seeStaffNotes', it)) return refuse('not-allowed')
    const fromStaff = !isResident(actor)
    return {
      patch: {},
      notices: [
        ...tell([report.ownerId], 'task-noted', report),
        ...(fromStaff && !input.staffOnly ? tell(followers, 'report-noted', report, actor) : []),
      ],
    }
  })
