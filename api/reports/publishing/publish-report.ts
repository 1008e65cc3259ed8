import { randomUUID } from 'node:crypto'
import type { Ctx } from '@huiyin/api/core/context.ts'
import { inputHash, randomToken, sha256 } from '@huiyin/api/core/secrets.ts'
import { hideParts } from '@huiyin/api/photos/hide-parts.ts'
import { getBytes, keepBytes, removeBytes } from '@huiyin/api/photos/photo-bytes.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { insertKey } from '@huiyin/db/photos/queries.ts'
import { insertPublication, listOfferedPhotos, type NewCopy } from '@huiyin/db/reports/publication-queries.ts'
import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { demandAct, demandEver } from '@huiyin/shared/matters/offered.ts'
import type { ChosenPhoto, PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { tell } from '../notices.ts'
import { publicWords } from './public-words.ts'
import { dutyOf, replayOf, takeUpPublication } from './publication.ts'

type Input = { id: string; eventId: string; photos: ChosenPhoto[]; words?: string | undefined; looked: true }

/**
 * 公示: what was done, and copies of one photo before and one after, in which the named parts are gone, under new random keys.
 * Bytes first, then the rows; copies whose rows were refused are taken away again.
 */
export const publishReport = async (ctx: Ctx, input: Input): Promise<PublicationMoved> => {
  const { report, consent, it } = await takeUpPublication(ctx, input.id)
  demandEver(publicationLife, ctx.me, 'publish', it)
  const hash = inputHash({ publish: input })
  const replay = await replayOf(ctx, input.eventId, hash)
  if (replay) return replay
  demandAct(publicationLife, ctx.me, 'publish', it, ctx.now)
  const sources = await sourcesOf(ctx, input)
  const village = await villageOf(ctx, report)
  const words = await publicWords(ctx, { report, consent, village }, input.words)
  const copies: NewCopy[] = []
  for (const source of sources) copies.push(await copy(ctx, source))
  const row = {
    ...{
      id: input.eventId,
      reportId: report.id,
      consentId: (consent ?? refuse('no-consent')).id,
      kind: report.kind,
      inputHash: hash,
    },
    ...{
      ...{ village, words },
      month: shanghaiDay(report.updatedAt).slice(0, 7),
      publishedAt: ctx.now,
    },
  }
  const by = { actorId: ctx.me.id, actor: await dutyOf(ctx, report.gridId) }
  const notices = tell([report.reporterId], 'report-published', report)
  if (await insertPublication(ctx.db, row, copies, by, notices)) return { id: input.eventId, state: 'public' }
  for (const { storageKey } of copies) await removeBytes(ctx.outside, storageKey)
  return (await replayOf(ctx, input.eventId, hash)) ?? refuse('wrong-state')
}

type Source = ChosenPhoto & { key: string; fullHash: string | null }

/** The chosen photos as they lie in the store: of this matter, of this side, and passed by the platform's check. */
const sourcesOf = async (ctx: Ctx, { id, photos }: Input): Promise<Source[]> => {
  const offered = await listOfferedPhotos(ctx.db, id)
  return photos.map(chosen => {
    const found = offered.find(it => it.id === chosen.photoId && it.side === chosen.side)
    if (!found?.key) return refuse('not-found')
    return found.check === 'pass' ? { ...chosen, key: found.key, fullHash: found.fullHash } : refuse('photo-not-passed')
  })
}

const copy = async (ctx: Ctx, { photoId, side, rects, key, fullHash }: Source): Promise<NewCopy> => {
  const bytes = (await getBytes(ctx, key, 'full', fullHash)) ?? refuse('busy')
  const sizes = await hideParts(ctx, bytes, rects)
  const storageKey = `public/${ctx.now.toISOString().slice(0, 7)}/${randomToken()}`
  await insertKey(ctx.db, storageKey, ctx.now)
  await keepBytes(ctx, storageKey, sizes)
  const hashes = { fullHash: sha256(sizes.full), thumbHash: sha256(sizes.thumb) }
  return { id: randomUUID(), photoId, side, rects, storageKey, ...hashes }
}

const villageOf = async (ctx: Ctx, { gridId }: ReportRow): Promise<string> =>
  (await findGround(ctx.db, gridId, ctx.now))?.areas.community?.name ?? refuse('place-unknown')
