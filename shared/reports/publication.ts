import * as z from 'zod/mini'
import { At, Id } from '../core/fields.ts'
import { ComplaintReason } from '../matters/complaint.ts'
import { Photo, photoChecks, Rect } from '../photos/photo.ts'
import { ReportKindName } from './report-card.ts'
import { reportLimits } from './report-limits.ts'

/** Names the text that the reporter agreed to; a new text gets a new name. The text itself is in the mini-program's words. */
export const consentVersions = ['2026-11', '2026-12'] as const
export type ConsentVersion = (typeof consentVersions)[number]
export const consentVersion = '2026-12' satisfies ConsentVersion
/** Whether that text spoke of what was done, too; the first one spoke of the photos alone. */
export const coversWords = (version: ConsentVersion): boolean => version !== '2026-11'

export const Side = z.enum(['before', 'after'])
export type Side = z.infer<typeof Side>

/** One photo to publish, with the parts that nobody may make out. */
export const ChosenPhoto = z.object({
  photoId: Id,
  side: Side,
  rects: z.array(Rect).check(z.maxLength(reportLimits.rects)),
})
export type ChosenPhoto = z.infer<typeof ChosenPhoto>

export const Consent = z.object({ id: Id, version: z.enum(consentVersions), at: At, withdrawnAt: z.nullable(At) })
export type Consent = z.infer<typeof Consent>

/** A copy that may be shown; its links are signed for about ten minutes and end with the publication. */
export const PublicPhoto = z.object({ url: z.string(), thumbUrl: z.string() })
export type PublicPhoto = z.infer<typeof PublicPhoto>

/** What everybody may know: what, in which village, in which month, how it was, how it is, and what was done. */
export const PublishedItem = z.object({
  id: Id,
  kind: ReportKindName,
  village: z.string(),
  /** 2026-11 */
  month: z.string(),
  before: PublicPhoto,
  after: PublicPhoto,
  /** What was done; null where the reporter was asked for the photos alone. */
  words: z.nullable(z.string()),
  /** From the filing to the solution, whole hours. */
  tookHours: z.int(),
  /** How many people said thank you, counted up to a limit. */
  thanks: z.int(),
})
export type PublishedItem = z.infer<typeof PublishedItem>

/** How the thanks for one publication stand after a tap, and the number of one's own. */
export const Thanks = z.object({ thanks: z.int(), thankId: z.nullable(Id) })
export type Thanks = z.infer<typeof Thanks>

export const PublicationState = z.enum(['public', 'hidden', 'withdrawn'])
export type PublicationState = z.infer<typeof PublicationState>

/** The answer to whatever is done to a publication: where it stands after it. */
export const PublicationMoved = z.object({ id: Id, state: PublicationState })
export type PublicationMoved = z.infer<typeof PublicationMoved>

const OfferedPhoto = z.object({ photo: Photo, check: z.enum(photoChecks) })

/**
 * How it stands with publishing one matter. `before` and `after`: photos to choose from, for those who may publish only; `words`:
 * what was said at the end, for them, where the consent speaks of it.
 * `publication`: the one that is not withdrawn; its photos are the copies. `can`: what this reader may do now.
 */
export const PublicationDesk = z.object({
  consent: z.nullable(Consent),
  before: z.array(OfferedPhoto),
  after: z.array(OfferedPhoto),
  words: z.nullable(z.string()),
  publication: z.nullable(
    z.object({
      id: Id,
      state: PublicationState,
      at: At,
      before: PublicPhoto,
      after: PublicPhoto,
      words: z.nullable(z.string()),
      complaints: z.array(z.object({ reason: ComplaintReason, at: At })),
    }),
  ),
  can: z.array(z.enum(['allow', 'revoke', 'publish', 'unpublish', 'restore'])),
})
export type PublicationDesk = z.infer<typeof PublicationDesk>
