import type { ReportKind } from '@huiyin/shared/reports/report-kinds.ts'
import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, moment, toDate } from '../core/values.ts'
import { thanksOf } from './thanks-queries.ts'

/** What makes a publication public, and that it shows the closing that stands, asked at every reading: nothing that was written once can stand against it. */
const isPublic = sql`p.state = 'public' and c.withdrawn_at is null and r.state = 'closed' and p.published_at >= coalesce(r.closed_at, p.published_at)`
const withItsGrounds = sql`join publication_consents c on c.id = p.consent_id join reports r on r.id = p.report_id`

export type PublishedRow = {
  id: string
  kind: ReportKind
  village: string
  month: string
  words: string | null
  tookHours: number
  thanks: number
  publishedAt: Date
  beforeId: string
  afterId: string
}

type Read = Omit<PublishedRow, 'publishedAt'> & { publishedAt: string }
const toRow = (row: Read): PublishedRow => ({ ...row, publishedAt: toDate(row.publishedAt) })

/** Publications as everybody sees them. */
const published = sql`
    select p.id, p.kind, p.village, p.month, p.words, p.published_at as "publishedAt", b.id as "beforeId", a.id as "afterId",
      (select floor(extract(epoch from max(e.at) - r.created_at) / 3600)::int from report_events e where e.report_id = r.id and e.event = 'resolve') as "tookHours",
      ${thanksOf} as thanks
    from publications p ${withItsGrounds}
      join publication_photos b on b.publication_id = p.id and b.side = 'before'
      join publication_photos a on a.publication_id = p.id and a.side = 'after'
    where ${isPublic}`

/** What everybody may see, newest first. `before` is [published_at, id] of the last row seen. */
export const listPublished = async (db: Db, limit: number, before?: [Date, string]): Promise<PublishedRow[]> => {
  const further = before ? sql`and (p.published_at, p.id) < (${moment(before[0])}, ${before[1]}::uuid)` : sql``
  const rows = await rowsOf<Read>(
    db,
    sql`${published} ${further} order by p.published_at desc nulls first, p.id desc nulls first ${atMost(limit)}`,
  )
  return rows.map(toRow)
}

export const findPublished = async (db: Db, id: string): Promise<PublishedRow | undefined> => {
  const [row] = await rowsOf<Read>(db, sql`${published} and p.id = ${id}::uuid`)
  return row && toRow(row)
}

/** What was said at the end of a matter: by whoever solved it last. */
export const findLastWords = async (db: Db, reportId: string): Promise<string> => {
  const [row] = await rowsOf<{ words: string | null }>(
    db,
    sql`select words from report_events where report_id = ${reportId}::uuid and event = 'resolve' order by seq desc limit 1`,
  )
  return row?.words ?? ''
}

/** Where the bytes of a copy lie and what they are, while it may be shown: to everybody, or (`inReview`) to those who judge it. */
export const findCopy = async (
  db: Db,
  photoId: string,
  inReview: boolean,
): Promise<{ key: string; fullHash: string | null; thumbHash: string | null } | undefined> => {
  const [row] = await rowsOf<{ key: string; fullHash: string | null; thumbHash: string | null }>(
    db,
    sql`
    select ph.storage_key as key, ph.full_hash as "fullHash", ph.thumb_hash as "thumbHash" from publication_photos ph join publications p on p.id = ph.publication_id ${withItsGrounds}
    where ph.id = ${photoId}::uuid and ${inReview ? sql`p.state <> 'withdrawn' and c.withdrawn_at is null` : isPublic}`,
  )
  return row
}

/** Copies of withdrawn publications that still lie in the photo store. */
export const listCopiesToClear = (db: Db, limit: number): Promise<{ id: string; keys: string[] }[]> =>
  rowsOf(
    db,
    sql`
    select p.id, (select json_agg(storage_key) from publication_photos where publication_id = p.id) as keys
    from publications p where p.state = 'withdrawn' and p.cleared_at is null ${atMost(limit)}`,
  )

export const markCopiesCleared = async (db: Db, id: string, now: Date): Promise<void> => {
  await rowsOf(db, sql`update publications set cleared_at = ${moment(now)} where id = ${id}::uuid`)
}
