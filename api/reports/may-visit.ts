import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { findOpenVisit } from '@huiyin/db/reports/visit-queries.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { type ReportSubject, reportPolicy } from '@huiyin/shared/reports/report-policy.ts'
import type { Ctx } from '../core/context.ts'

/** Whether this person's township has still to visit back about this closed matter. */
export const mayVisit = async (ctx: Ctx, report: ReportRow, subject: ReportSubject): Promise<boolean> =>
  report.state === 'closed' &&
  can(reportPolicy, ctx.me, 'visit', subject) &&
  (await findOpenVisit(ctx.db, report.id)) !== undefined
