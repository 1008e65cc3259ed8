import { listBookingTextsSealedOtherwise, sealBookingTextAnew } from '@huiyin/db/consultations/text-queries.ts'
import type { SealedField } from '../manifest.ts'

/** What the seal of a text is bound to. */
export const aboutText = (id: string, kind: string): string => `booking_texts.${kind} ${id}`

export const sealedTexts: SealedField = {
  counts: 'texts',
  list: async (db, prefix, past, limit) =>
    (await listBookingTextsSealedOtherwise(db, prefix, past, limit)).map(({ id, kind, cipher }) => ({
      ...{ id, cipher, about: aboutText(id, kind) },
    })),
  renew: (db, { id, before, plain, about }, keys) =>
    sealBookingTextAnew(db, { id, before, cipher: keys.seal(plain, about) }),
}
