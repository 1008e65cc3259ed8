import type { Ctx } from '@huiyin/api/core/context.ts'
import { publicLink, toPhoto } from '@huiyin/api/photos/photo-links.ts'
import {
  listComplaints,
  listCopies,
  listOfferedPhotos,
  type PublicationRow,
} from '@huiyin/db/reports/publication-queries.ts'
import { findLastWords } from '@huiyin/db/reports/published-queries.ts'
import { demandAct, mayEver, offered } from '@huiyin/shared/matters/offered.ts'
import { coversWords, type PublicationDesk, type PublicPhoto, type Side } from '@huiyin/shared/reports/publication.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { toConsent } from './consent.ts'
import { takeUpPublication } from './publication.ts'

/** What a reader is told that he may do; the rest are looks. */
const told = ['allow', 'revoke', 'publish', 'unpublish', 'restore'] as const

/** How it stands with publishing a matter, as far as this reader may know. */
export const getPublication = async (ctx: Ctx, { id }: { id: string }): Promise<PublicationDesk> => {
  const { consent, publication, it } = await takeUpPublication(ctx, id)
  demandAct(publicationLife, ctx.me, 'look', it, ctx.now)
  const chooses = mayEver(publicationLife, ctx.me, 'publish', it)
  const photos = chooses ? await listOfferedPhotos(ctx.db, id) : []
  const side = (side: Side) =>
    photos.filter(it => it.side === side).map(({ check, ...photo }) => ({ photo: toPhoto(ctx, photo), check }))
  const actions = offered(publicationLife, ctx.me, it, ctx.now)
  return {
    consent: consent ? toConsent(consent) : null,
    before: side('before'),
    after: side('after'),
    words: chooses && consent && coversWords(consent.version) ? await findLastWords(ctx.db, id) : null,
    publication: publication ? await toPublication(ctx, publication) : null,
    can: told.filter(action => actions.includes(action)),
  }
}

const toPublication = async (ctx: Ctx, { id, state, publishedAt, words }: PublicationRow) => {
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
    words,
    complaints: complaints.map(({ reason, at }) => ({ reason: reason ?? ('other' as const), at: at.toISOString() })),
  }
}
