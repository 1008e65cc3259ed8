import { findGround } from '@huiyin/db/grids/queries.ts'
import { findLook, getPerson, insertLook } from '@huiyin/db/people/queries.ts'
import { findReport } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { reportPolicy } from '@huiyin/shared/reports/report-policy.ts'
import { type Ctx, demand } from '../core/context.ts'
import { about, inputHash } from '../core/secrets.ts'
import { mayVisit } from './may-visit.ts'

type Input = { id: string; eventId: string; reason: string }

/** The reporter's phone, once the look is written down where the reporter can read it. Null when she left none. */
export const revealReporter = async (ctx: Ctx, input: Input): Promise<{ phone: string | null }> => {
  const { report, joined } = (await findReport(ctx.db, input.id, ctx.me.id)) ?? refuse('not-found')
  const subject = { ...report, joined }
  // Whoever has to visit back has to telephone.
  if (!(await mayVisit(ctx, report, subject))) demand(reportPolicy, ctx.me, 'reveal', subject)
  const reporter = await getPerson(ctx.db, report.reporterId, ctx.now)
  if (!reporter.phoneCipher) return { phone: null }
  await logLook(ctx, input, report.reporterId, report.gridId)
  return { phone: ctx.outside.keys.open(reporter.phoneCipher, about.phone(reporter.id)) }
}

const logLook = async (ctx: Ctx, { id, eventId, reason }: Input, subjectId: string, gridId: string) => {
  const ground = await findGround(ctx.db, gridId, ctx.now)
  const holder = ground?.holders.find(it => it.personId === ctx.me.id)
  const hash = inputHash({ id, reason })
  const logged = await insertLook(ctx.db, {
    id: eventId,
    subjectId,
    viewerId: ctx.me.id,
    viewer: holder ? `${holder.title} ${holder.name}` : '工作人员',
    reason,
    matterId: id,
    inputHash: hash,
    at: ctx.now,
  })
  if (logged) return
  const look = await findLook(ctx.db, eventId)
  if (look?.viewerId !== ctx.me.id) refuse('not-found')
  if (look?.inputHash !== hash) refuse('id-reused')
}
