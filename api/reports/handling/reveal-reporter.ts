import type { Ctx } from '@huiyin/api/core/context.ts'
import { about, inputHash } from '@huiyin/api/core/secrets.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { findAccess, getPerson, insertAccess } from '@huiyin/db/people/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { takeUp } from '../move-report.ts'

type Input = { id: string; eventId: string; reason: string }

/** The reporter's phone, once the look is written down where the reporter can read it. Null when she left none. */
export const revealReporter = async (ctx: Ctx, input: Input): Promise<{ phone: string | null }> => {
  const { report, it } = await takeUp(ctx, input.id)
  demandAct(reportLife, ctx.me, 'reveal', it, ctx.now)
  const reporter = await getPerson(ctx.db, report.reporterId, ctx.now)
  if (!reporter.phoneCipher) return { phone: null }
  await logAccess(ctx, input, report.reporterId, report.gridId)
  return { phone: ctx.outside.keys.open(reporter.phoneCipher, about.phone(reporter.id)) }
}

const logAccess = async (ctx: Ctx, { id, eventId, reason }: Input, subjectId: string, gridId: string) => {
  const ground = await findGround(ctx.db, gridId, ctx.now)
  const holder = ground?.holders.find(it => it.personId === ctx.me.id)
  const hash = inputHash({ id, reason })
  const logged = await insertAccess(ctx.db, {
    id: eventId,
    subjectId,
    viewerId: ctx.me.id,
    viewer: holder ? `${holder.title} ${holder.name}` : actors.staff,
    reason,
    matterId: id,
    inputHash: hash,
    at: ctx.now,
  })
  if (logged) return
  const access = await findAccess(ctx.db, eventId)
  if (access?.viewerId !== ctx.me.id) refuse('not-found')
  if (access?.inputHash !== hash) refuse('id-reused')
}
