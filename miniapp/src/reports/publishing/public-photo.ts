import type { Photo } from '@huiyin/shared/photos/photo.ts'
import type { PublicPhoto } from '@huiyin/shared/reports/publication.ts'

/** A public copy as the photo components take it. */
export const asPhoto = (photo: PublicPhoto): Photo => ({ id: photo.url, state: 'stored', ...photo })
