import type { Ctx } from '@huiyin/api/core/context.ts'
import { findConsent, findOpenConsent, insertConsent } from '@huiyin/db/reports/publication-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import type { Consent, ConsentVersion } from '@huiyin/shared/reports/publication.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { ownOf, takeUpFor, toConsent } from './consent.ts'

type Allowing = { id: string; consentId: string; version: ConsentVersion }

/** 同意公开: the reporter's own word, once the matter is resolved. Where one stands already, that one is the answer. */
export const allowPublication = async (ctx: Ctx, { id, consentId, version }: Allowing): Promise<Consent> => {
  const { it } = await takeUpFor(ctx, 'allow', id)
  const known = await findConsent(ctx.db, consentId)
  if (known) return toConsent(ownOf(known, ctx.me.id, id))
  if (!it.consented) demandAct(publicationLife, ctx.me, 'allow', it, ctx.now)
  await insertConsent(ctx.db, { id: consentId, reportId: id, personId: ctx.me.id, version, at: ctx.now })
  const stands = (await findConsent(ctx.db, consentId)) ?? (await findOpenConsent(ctx.db, id)) ?? refuse('not-found')
  return toConsent(ownOf(stands, ctx.me.id, id))
}
