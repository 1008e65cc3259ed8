import { PlatformFailure } from '@huiyin/api/core/adapters/platform-call.ts'
import type { Ctx } from '@huiyin/api/core/context.ts'
import { demandUnrecognisable } from '@huiyin/api/matters/recognisable.ts'
import { getPerson } from '@huiyin/db/people/queries.ts'
import type { ConsentRow } from '@huiyin/db/reports/publication-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { coversWords } from '@huiyin/shared/reports/publication.ts'

type Around = { report: ReportRow; consent: ConsentRow | undefined; village: string }

/**
 * What was done, as everybody may read it: only by a consent that speaks of it, only when nobody can be recognised in it, and only
 * when it passed the platform's check, as the photos did. Null without words.
 */
export const publicWords = async (ctx: Ctx, around: Around, given: string | undefined): Promise<string | null> => {
  const words = given?.trim()
  if (!words) return null
  const { report, consent, village } = around
  if (!consent || !coversWords(consent.version)) return refuse('no-consent')
  const reporter = await getPerson(ctx.db, report.reporterId, ctx.now)
  const known = { people: [reporter.name], places: [report.place, report.placeWords ?? ''], open: [village] }
  await demandUnrecognisable(ctx, { townshipId: report.townshipId, ...known }, { words })
  return (await passes(ctx, words)) ? words : refuse('words-not-passed')
}

const passes = async (ctx: Ctx, words: string): Promise<boolean> => {
  const { openid } = await getPerson(ctx.db, ctx.me.id, ctx.now)
  try {
    return openid !== null && (await ctx.outside.wechat.checkWords(openid, words)) === 'pass'
  } catch (error) {
    if (error instanceof PlatformFailure) return refuse('wechat-busy')
    throw error
  }
}
