import type { Ctx } from '@huiyin/api/core/context.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { levelNames } from '@huiyin/shared/grids/area.ts'
import { supervisedUntil, withSupervision } from '@huiyin/shared/reports/report-clock.ts'
import { move, type ReportMoveInput, supervisionOf } from '../move-report.ts'
import { followers, inCharge, tell } from '../notices.ts'
import { unitOut } from '../parting.ts'

/** 督办: the township or the district wants it solved sooner. Owner and promise stay; the next deadline comes nearer, for a unit that is out there too. */
export const superviseReport = (ctx: Ctx, input: ReportMoveInput & { hours?: number | undefined }) =>
  move(ctx, 'supervise', input, async ({ report, situation }) => {
    const superviseBy = supervisedUntil(situation, input.hours)
    const running = supervisionOf(report)
    if (running && superviseBy >= running) return refuse('supervised')
    const level = ctx.me.posts.some(it => it.role === 'supervisor' && it.areaId === report.districtId)
      ? 'district'
      : 'township'
    const clock =
      report.dueAt && report.dueFor
        ? withSupervision({ dueAt: report.dueAt, dueFor: report.dueFor, calendarSeq: report.calendarSeq }, superviseBy)
        : refuse('wrong-state')
    const told = { ...report, dueAt: superviseBy }
    return {
      patch: { superviseBy, superviseLevel: level, superviseMissed: false, ...clock },
      notices: [
        ...tell(inCharge(report), 'task-supervised', told, levelNames[level]),
        ...tell(await unitOut(ctx, report), 'task-supervised', told, levelNames[level], 'partner'),
        ...tell(followers, 'report-supervised', told, levelNames[level]),
      ],
    }
  })
