import type { Ctx } from '@huiyin/api/core/context.ts'
import { endConsent, findConsent } from '@huiyin/db/reports/publication-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import type { Consent, ConsentVersion } from '@huiyin/shared/reports/publication.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { ownOf, takeUpFor, toConsent } from './consent.ts'

type Allowing = { id: string; consentId: string; version: ConsentVersion }

/** 撤回同意: whatever was published goes down in the same statement. Again is no harm. */
export const revokePublication = async (ctx: Ctx, { id, consentId }: Omit<Allowing, 'version'>): Promise<Consent> => {
  const { it } = await takeUpFor(ctx, 'revoke', id)
  const consent = ownOf((await findConsent(ctx.db, consentId)) ?? refuse('not-found'), ctx.me.id, id)
  if (consent.withdrawnAt) return toConsent(consent)
  demandAct(publicationLife, ctx.me, 'revoke', it, ctx.now)
  await endConsent(ctx.db, consent, ctx.now)
  return toConsent((await findConsent(ctx.db, consentId)) ?? refuse('bug'))
}
