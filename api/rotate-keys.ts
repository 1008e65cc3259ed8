import { listRobotsSealedOtherwise, sealRobotAnew } from '@huiyin/db/alerts/ladder-queries.ts'
import { listPhonesSealedOtherwise, sealPhoneAnew } from '@huiyin/db/people/seal-queries.ts'
import type { Desk } from './command.ts'
import { about } from './core/secrets.ts'

const batch = 500

/** `unopened`: sealed with a key that is neither the present nor a former one. */
export type Rotated = { phones: number; robots: number; unopened: number }

/**
 * Seals everything that lies enciphered anew with the present key, while the service runs. May break off, and run again.
 * What somebody changes meanwhile is left to them.
 */
export const rotateKeys = async ({ db, keys }: Pick<Desk, 'db' | 'keys'>): Promise<Rotated> => {
  const rotated: Rotated = { phones: 0, robots: 0, unopened: 0 }
  const openBefore = (sealed: string, of: string) => {
    try {
      return keys.open(sealed, of)
    } catch {
      rotated.unopened++
      return undefined
    }
  }
  let past: string | undefined
  do {
    const rows = await listPhonesSealedOtherwise(db, keys.sealPrefix, past, batch)
    for (const { id, cipher } of rows) {
      const of = about.phone(id)
      const phone = openBefore(cipher, of)
      if (phone === undefined) continue
      await sealPhoneAnew(db, { id, before: cipher, cipher: keys.seal(phone, of), index: keys.blindIndex(phone) })
      rotated.phones++
    }
    past = rows.at(-1)?.id
  } while (past)
  for (const { areaId, cipher } of await listRobotsSealedOtherwise(db, keys.sealPrefix)) {
    const key = openBefore(cipher, about.robot(areaId))
    if (key === undefined) continue
    await sealRobotAnew(db, { areaId, before: cipher, cipher: keys.seal(key, about.robot(areaId)) })
    rotated.robots++
  }
  return rotated
}
