import {
  type ConsentRow,
  endConsent,
  findConsent,
  findOpenConsent,
  insertConsent,
} from '@huiyin/db/reports/publication-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Consent, ConsentVersion } from '@huiyin/shared/reports/publication.ts'
import type { Ctx } from '../core/context.ts'
import { demandReport } from './publication.ts'

type Allowing = { id: string; consentId: string; version: ConsentVersion }

/** 同意公开: the reporter's own word, once the matter is resolved. Where one stands already, that one is the answer. */
export const allowPublication = async (ctx: Ctx, { id, consentId, version }: Allowing): Promise<Consent> => {
  const report = await demandReport(ctx, id, 'allow')
  const known = await findConsent(ctx.db, consentId)
  if (known) return toConsent(ownOf(known, ctx.me.id, id))
  if (report.state !== 'resolved' && report.state !== 'closed') return refuse('wrong-state')
  const row = { id: consentId, reportId: id, personId: ctx.me.id, version, at: ctx.now }
  await insertConsent(ctx.db, row)
  const stands = (await findConsent(ctx.db, consentId)) ?? (await findOpenConsent(ctx.db, id)) ?? refuse('not-found')
  return toConsent(ownOf(stands, ctx.me.id, id))
}

/** 撤回同意: whatever was published goes down in the same statement. */
export const revokePublication = async (ctx: Ctx, { id, consentId }: Omit<Allowing, 'version'>): Promise<Consent> => {
  await demandReport(ctx, id, 'revoke')
  const consent = ownOf((await findConsent(ctx.db, consentId)) ?? refuse('not-found'), ctx.me.id, id)
  await endConsent(ctx.db, consent, ctx.now)
  return toConsent((await findConsent(ctx.db, consentId)) ?? refuse('bug'))
}

const ownOf = (consent: ConsentRow, personId: string, reportId: string): ConsentRow =>
  consent.personId === personId && consent.reportId === reportId ? consent : refuse('not-found')

export const toConsent = ({ id, at, withdrawnAt }: ConsentRow): Consent => ({
  id,
  at: at.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})
