import { listTextsSealedOtherwise, sealTextAnew } from '@huiyin/db/questions/text-queries.ts'
import type { SealedField } from '../manifest.ts'

/** What the seal of a text is bound to. */
export const aboutText = (id: string, kind: string): string => `question_texts.${kind} ${id}`

export const sealedTexts: SealedField = {
  counts: 'texts',
  list: async (db, prefix, past, limit) =>
    (await listTextsSealedOtherwise(db, prefix, past, limit)).map(({ id, kind, cipher }) => ({
      ...{ id, cipher, about: aboutText(id, kind) },
    })),
  renew: (db, { id, before, plain, about }, keys) => sealTextAnew(db, { id, before, cipher: keys.seal(plain, about) }),
}
