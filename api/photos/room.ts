import { listFilesSealedOtherwise, sealFileAnew } from '@huiyin/db/photos/sealed-file-queries.ts'
import { about } from '../core/secrets.ts'
import type { Manifest, SealedField } from '../manifest.ts'
import { photoRoom, sealedFileRoom } from './answers.ts'
import { lookAfterChecks } from './check-photos.ts'
import { clearFiles } from './clear-files.ts'
import { clearForgotten } from './clear-forgotten.ts'
import { expirePhotos } from './expire-photos.ts'
import { hearPhotoCheck } from './hear-photo-check.ts'

const files: SealedField = {
  counts: 'files',
  list: async (db, prefix, past, limit) =>
    (await listFilesSealedOtherwise(db, prefix, past, limit)).map(row => ({ ...row, about: about.sealedFile(row.id) })),
  renew: (db, { id, before, plain, about }, keys) => sealFileAnew(db, { id, before, cipher: keys.seal(plain, about) }),
}

export const photos: Manifest = {
  rank: 3,
  answers: () => [photoRoom, sealedFileRoom],
  chores: outside => ({
    'photo-checks': () => lookAfterChecks(outside),
    'forgotten-photos': () => clearForgotten(outside),
    'sealed-files': () => clearFiles(outside),
    'late-photos': () => expirePhotos(outside),
  }),
  pushes: () => ({ wxa_media_check: (tx, { fields }, now) => hearPhotoCheck(tx, fields, now) }),
  sealed: [files],
}
