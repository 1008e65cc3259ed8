import {
  giveUpPhotoChecks,
  markPhotoAsked,
  markPhotoUnchecked,
  type PhotoToCheck,
  settleHeardCheck,
  takePhotoChecks,
} from '@huiyin/db/photos/check-queries.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import type { Outside } from '../core/outside.ts'
import { checkLink } from './photo-links.ts'

export const mostTries = 5
const hour = 3_600_000
/** The platform speaks only of people who were here this recently. */
const visitLasts = 2 * hour
const resultTakes = photoLimits.checkMinutes * 60_000
const unmatchedStay = 24 * hour

/**
 * Asks the platform about photos, after they are safe; the result comes later by itself (`hear-photo-check.ts`). A photo
 * that cannot be asked about, or of which nothing was heard in time, is left to a person: `review`.
 */
export const checkPhotos = async (outside: Outside): Promise<void> => {
  for (;;) {
    const photos = await takePhotoChecks(outside.db, outside.now(), 20)
    if (photos.length === 0) return
    await Promise.all(photos.map(photo => askAbout(outside, photo)))
  }
}

/** The chores' part: results that never came, and questions that have to be put again. */
export const lookAfterChecks = async (outside: Outside): Promise<void> => {
  const now = outside.now()
  await giveUpPhotoChecks(outside.db, now, new Date(now.getTime() - unmatchedStay))
  await checkPhotos(outside)
}

const askAbout = async (outside: Outside, photo: PhotoToCheck): Promise<void> => {
  const { db, env, log } = outside
  const now = outside.now()
  if (!photo.openid) return markPhotoUnchecked(db, photo.id, 'none')
  if (!env.PUBLIC_URL || now.getTime() - photo.storedAt.getTime() > visitLasts)
    return markPhotoUnchecked(db, photo.id, 'review')
  try {
    const url = new URL(checkLink({ outside, now }, photo.id, photo.part), env.PUBLIC_URL).href
    const trace = await outside.wechat.checkImage(photo.openid, url)
    await markPhotoAsked(db, photo.id, trace, new Date(now.getTime() + resultTakes))
    await settleHeardCheck(db, trace, mostTries, now)
  } catch (error) {
    const code = error instanceof PlatformFailure ? error.code : 'bug'
    log.warn({ photoId: photo.id, tries: photo.tries, code }, 'photo not checked yet')
    if (hopeless.has(code) || photo.tries >= mostTries) await markPhotoUnchecked(db, photo.id, 'review')
  }
}

/** Not here in the last two hours, unknown, not this account's, not a picture: asking again changes nothing. */
const hopeless = new Set(['61010', '40003', '43104', '40004'])
