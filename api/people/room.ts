import { listBrokenAccesses, listPhonesSealedOtherwise, sealPhoneAnew } from '@huiyin/db/people/seal-queries.ts'
import { about } from '../core/secrets.ts'
import type { Manifest, SealedField } from '../manifest.ts'
import { personRoom } from './answers.ts'

const phones: SealedField = {
  counts: 'phones',
  list: async (db, prefix, past, limit) =>
    (await listPhonesSealedOtherwise(db, prefix, past, limit)).map(row => ({ ...row, about: about.phone(row.id) })),
  renew: (db, { id, before, plain, about }, keys) =>
    sealPhoneAnew(db, { id, before, cipher: keys.seal(plain, about), index: keys.blindIndex(plain) }),
}

export const people: Manifest = {
  rank: 2,
  answers: () => [personRoom],
  brokenSeals: listBrokenAccesses,
  sealed: [phones],
}
