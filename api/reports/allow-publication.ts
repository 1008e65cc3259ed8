import {
  type ConsentRow,
  endConsent,
  findConsent,
  findOpenConsent,
  insertConsent,
} from '@huiyin/db/reports/publication-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandAct, demandEver } from '@huiyin/shared/matters/offered.ts'
import type { Consent, ConsentVersion } from '@huiyin/shared/reports/publication.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import type { Ctx } from '../core/context.ts'
import { takeUpPublication } from './publication.ts'

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

/** 撤回同意: whatever was published goes down in the same statement. Again is no harm. */
export const revokePublication = async (ctx: Ctx, { id, consentId }: Omit<Allowing, 'version'>): Promise<Consent> => {
  const { it } = await takeUpFor(ctx, 'revoke', id)
  const consent = ownOf((await findConsent(ctx.db, consentId)) ?? refuse('not-found'), ctx.me.id, id)
  if (consent.withdrawnAt) return toConsent(consent)
  demandAct(publicationLife, ctx.me, 'revoke', it, ctx.now)
  await endConsent(ctx.db, consent, ctx.now)
  return toConsent((await findConsent(ctx.db, consentId)) ?? refuse('bug'))
}

/** Refuses whoever may never do it, before anything of it is looked at. */
const takeUpFor = async (ctx: Ctx, action: 'allow' | 'revoke', id: string) => {
  const hand = await takeUpPublication(ctx, id)
  demandEver(publicationLife, ctx.me, action, hand.it)
  return hand
}

const ownOf = (consent: ConsentRow, personId: string, reportId: string): ConsentRow =>
  consent.personId === personId && consent.reportId === reportId ? consent : refuse('not-found')

export const toConsent = ({ id, at, withdrawnAt }: ConsentRow): Consent => ({
  id,
  at: at.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})
