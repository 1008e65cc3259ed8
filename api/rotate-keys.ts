import type { Operator } from './command.ts'
import type { SealedField } from './manifest.ts'

const batch = 500

/** `unopened`: sealed with a key that is neither the present nor a former one. */
export type Rotated = Record<SealedField['counts'] | 'unopened', number>

/**
 * Seals everything that lies enciphered anew with the present key, while the service runs. May break off, and run again.
 * What somebody changes meanwhile is left to them.
 */
export const rotateKeys = async (
  { db, keys }: Pick<Operator, 'db' | 'keys'>,
  fields: readonly SealedField[],
): Promise<Rotated> => {
  const rotated: Rotated = { phones: 0, robots: 0, texts: 0, files: 0, unopened: 0 }
  const openBefore = (sealed: string, of: string) => {
    try {
      return keys.open(sealed, of)
    } catch {
      rotated.unopened++
      return undefined
    }
  }
  for (const { counts, list, renew } of fields)
    for (let past: string | undefined, more = true; more; ) {
      const rows = await list(db, keys.sealPrefix, past, batch)
      for (const { id, cipher, about } of rows) {
        const plain = openBefore(cipher, about)
        if (plain === undefined) continue
        await renew(db, { id, before: cipher, plain, about }, keys)
        rotated[counts]++
      }
      past = rows.at(-1)?.id
      more = past !== undefined
    }
  return rotated
}
