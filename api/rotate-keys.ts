import { listRobotsSealedOtherwise, sealRobotAnew } from '@huiyin/db/alerts/ladder-queries.ts'
import { listBookingTextsSealedOtherwise, sealBookingTextAnew } from '@huiyin/db/consultations/text-queries.ts'
import { listPhonesSealedOtherwise, sealPhoneAnew } from '@huiyin/db/people/seal-queries.ts'
import { listFilesSealedOtherwise, sealFileAnew } from '@huiyin/db/photos/sealed-file-queries.ts'
import { listTextsSealedOtherwise, sealTextAnew } from '@huiyin/db/questions/text-queries.ts'
import type { Desk } from './command.ts'
import { about } from './core/secrets.ts'

const batch = 500

/** `unopened`: sealed with a key that is neither the present nor a former one. */
export type Rotated = { phones: number; robots: number; texts: number; files: number; unopened: number }

/**
 * Seals everything that lies enciphered anew with the present key, while the service runs. May break off, and run again.
 * What somebody changes meanwhile is left to them.
 */
export const rotateKeys = async ({ db, keys }: Pick<Desk, 'db' | 'keys'>): Promise<Rotated> => {
  const rotated: Rotated = { phones: 0, robots: 0, texts: 0, files: 0, unopened: 0 }
  const openBefore = (sealed: string, of: string) => {
    try {
      return keys.open(sealed, of)
    } catch {
      rotated.unopened++
      return undefined
    }
  }
  const phones = (past?: string) => listPhonesSealedOtherwise(db, keys.sealPrefix, past, batch)
  await eachOf(phones, async ({ id, cipher }) => {
    const of = about.phone(id)
    const phone = openBefore(cipher, of)
    if (phone === undefined) return
    await sealPhoneAnew(db, { id, before: cipher, cipher: keys.seal(phone, of), index: keys.blindIndex(phone) })
    rotated.phones++
  })
  const texts = (past?: string) => listTextsSealedOtherwise(db, keys.sealPrefix, past, batch)
  await eachOf(texts, async ({ id, kind, cipher }) => {
    const of = about.questionText(id, kind)
    const words = openBefore(cipher, of)
    if (words === undefined) return
    await sealTextAnew(db, { id, before: cipher, cipher: keys.seal(words, of) })
    rotated.texts++
  })
  const bookings = (past?: string) => listBookingTextsSealedOtherwise(db, keys.sealPrefix, past, batch)
  await eachOf(bookings, async ({ id, kind, cipher }) => {
    const of = about.bookingText(id, kind)
    const words = openBefore(cipher, of)
    if (words === undefined) return
    await sealBookingTextAnew(db, { id, before: cipher, cipher: keys.seal(words, of) })
    rotated.texts++
  })
  const files = (past?: string) => listFilesSealedOtherwise(db, keys.sealPrefix, past, batch)
  await eachOf(files, async ({ id, cipher }) => {
    const of = about.sealedFile(id)
    const key = openBefore(cipher, of)
    if (key === undefined) return
    await sealFileAnew(db, { id, before: cipher, cipher: keys.seal(key, of) })
    rotated.files++
  })
  for (const { areaId, cipher } of await listRobotsSealedOtherwise(db, keys.sealPrefix)) {
    const key = openBefore(cipher, about.robot(areaId))
    if (key === undefined) continue
    await sealRobotAnew(db, { areaId, before: cipher, cipher: keys.seal(key, about.robot(areaId)) })
    rotated.robots++
  }
  return rotated
}

/** Every row, batch by batch, in the order of the ids. */
const eachOf = async <T extends { id: string }>(
  read: (past?: string) => Promise<T[]>,
  work: (row: T) => Promise<void>,
): Promise<void> => {
  let past: string | undefined
  do {
    const rows = await read(past)
    for (const row of rows) await work(row)
    past = rows.at(-1)?.id
  } while (past)
}
