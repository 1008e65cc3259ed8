import type { Ctx } from '@huiyin/api/core/context.ts'
import type { ConsentRow } from '@huiyin/db/reports/publication-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandEver } from '@huiyin/shared/matters/offered.ts'
import type { Consent } from '@huiyin/shared/reports/publication.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { takeUpPublication } from './publication.ts'

/** Refuses whoever may never do it, before anything of it is looked at. */
export const takeUpFor = async (ctx: Ctx, action: 'allow' | 'revoke', id: string) => {
  const hand = await takeUpPublication(ctx, id)
  demandEver(publicationLife, ctx.me, action, hand.it)
  return hand
}

/** Somebody else's consent, or one to another matter, is none. */
export const ownOf = (consent: ConsentRow, personId: string, reportId: string): ConsentRow =>
  consent.personId === personId && consent.reportId === reportId ? consent : refuse('not-found')

export const toConsent = ({ id, version, at, withdrawnAt }: ConsentRow): Consent => ({
  id,
  version,
  at: at.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})
