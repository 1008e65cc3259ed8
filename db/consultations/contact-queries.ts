import type { PhotoCheck } from '@huiyin/shared/photos/photo.ts'
import { eq } from 'drizzle-orm'
import type { Db } from '../core/client.ts'
import { photos } from '../photos/tables.ts'
import { adviserContacts } from './along-tables.ts'

/** `check`: what the platform says of the photo; null without one. */
export type ContactRow = { phone: string | null; photoId: string | null; check: PhotoCheck | null }

/** What an adviser has published. */
export const findContact = async (db: Db, personId: string): Promise<ContactRow> => {
  const [row] = await db
    .select({ phone: adviserContacts.phone, photoId: adviserContacts.photoId, check: photos.checkState })
    .from(adviserContacts)
    .leftJoin(photos, eq(photos.id, adviserContacts.photoId))
    .where(eq(adviserContacts.personId, personId))
  return row ?? { phone: null, photoId: null, check: null }
}

export const upsertContact = async (
  db: Db,
  personId: string,
  contact: Pick<ContactRow, 'phone' | 'photoId'>,
): Promise<void> => {
  await db
    .insert(adviserContacts)
    .values({ personId, ...contact })
    .onConflictDoUpdate({ target: adviserContacts.personId, set: contact })
}
