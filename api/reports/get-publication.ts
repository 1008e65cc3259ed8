import {
  findLivePublication,
  findOpenConsent,
  listCandidates,
  listComplaints,
  listCopies,
  type PublicationRow,
} from '@huiyin/db/reports/publication-queries.ts'
import { findReport, type ReportRow } from '@huiyin/db/reports/queries.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { PublicationDesk, PublicPhoto, Side } from '@huiyin/shared/reports/publication.ts'
import { publicationPolicy } from '@huiyin/shared/reports/publication-policy.ts'
import { type Ctx, demand } from '../core/context.ts'
import { publicLink, toPhoto } from '../photos/photo-links.ts'
import { toConsent } from './allow-publication.ts'

/** How it stands with publishing a matter, as far as this reader may know. */
export const getPublication = async (ctx: Ctx, { id }: { id: string }): Promise<PublicationDesk> => {
  const { report, joined } = (await findReport(ctx.db, id, ctx.me.id)) ?? refuse('not-found')
  const subject = { ...report, joined }
  demand(publicationPolicy, ctx.me, 'look', subject)
  const may = (action: PublicationDesk['can'][number]) => can(publicationPolicy, ctx.me, action, subject)
  const [consent, live, candidates] = await Promise.all([
    findOpenConsent(ctx.db, id),
    findLivePublication(ctx.db, id),
    may('publish') ? listCandidates(ctx.db, id) : [],
  ])
  const side = (side: Side) =>
    candidates.filter(it => it.side === side).map(({ check, ...photo }) => ({ photo: toPhoto(ctx, photo), check }))
  return {
    consent: consent ? toConsent(consent) : null,
    before: side('before'),
    after: side('after'),
    publication: live ? await toPublication(ctx, live) : null,
    can: possible(report, consent !== undefined, live).filter(may),
  }
}

/** What could be done now, by whoever may. */
const possible = ({ state }: ReportRow, allowed: boolean, live: PublicationRow | undefined) => {
  const over = state === 'closed'
  const actions: [PublicationDesk['can'][number], boolean][] = [
    ['allow', !allowed && (over || state === 'resolved')],
    ['revoke', allowed],
    ['publish', allowed && over && !live],
    ['unpublish', live !== undefined],
    ['restore', live?.state === 'hidden'],
  ]
  return actions.filter(([, now]) => now).map(([action]) => action)
}

const toPublication = async (ctx: Ctx, { id, state, publishedAt }: PublicationRow) => {
  const [copies, complaints] = await Promise.all([listCopies(ctx.db, id), listComplaints(ctx.db, id)])
  const copyOf = (side: Side): PublicPhoto => {
    const url = publicLink(ctx, copies.find(it => it.side === side)?.id ?? '', 'review')
    return { url, thumbUrl: url }
  }
  return {
    id,
    state,
    at: publishedAt.toISOString(),
    before: copyOf('before'),
    after: copyOf('after'),
    complaints: complaints.map(({ reason, at }) => ({ reason: reason ?? ('other' as const), at: at.toISOString() })),
  }
}
