import type { Ctx } from '@huiyin/api/core/context.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { stepBefore, visitDone } from '@huiyin/db/reports/extra-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { findOpenVisit } from '@huiyin/db/reports/visit-queries.ts'
import type { NewReportStep } from '@huiyin/db/reports/write-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { VisitResult } from '@huiyin/shared/reports/report.ts'
import { reopening } from '../closing/reopening.ts'
import { type Matter, move, type ReportMoveInput } from '../move-report.ts'
import { followers, tell } from '../notices.ts'

type Input = ReportMoveInput & { result: VisitResult; photoIds: string[] }

/** 回访: what the reporter said, once for each drawn closing. 没解决 is two steps at once: the visit, and the reopening. */
export const recordVisit = (ctx: Ctx, input: Input) =>
  input.result === 'not-solved'
    ? move(ctx, { action: 'visit', event: 'reopen' }, input, async matter => {
        const visit = await getVisit(ctx, matter.report)
        const step = visitStep(ctx, input, matter)
        const plan = reopening(ctx, matter)
        const done = visitDone(visit.id, step.id, input.result, ctx.now)
        return { ...plan, extras: [stepBefore(matter.report, step, ctx.now), done], steps: 2 }
      })
    : move(ctx, 'visit', input, async ({ report, actor }) => {
        const visit = await getVisit(ctx, report)
        return {
          patch: {},
          notices: tell(followers, 'report-visited', report, actor),
          extras: [visitDone(visit.id, input.eventId, input.result, ctx.now)],
        }
      })

const getVisit = async (ctx: Ctx, report: ReportRow) =>
  (await findOpenVisit(ctx.db, report.id)) ?? refuse('wrong-state')

/** The words and photos stand with the reopening: whoever takes it up reads them there. */
const visitStep = (ctx: Ctx, { eventId }: Input, { actor }: Matter): NewReportStep => ({
  id: uuidOf(`visit ${eventId}`),
  event: 'visit',
  answers: false,
  actorId: ctx.me.id,
  actor,
  words: null,
  staffOnly: false,
  inputHash: '',
  photoIds: [],
  checkWords: false,
})
