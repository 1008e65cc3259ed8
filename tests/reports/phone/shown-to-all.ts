import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { consentVersion } from '@huiyin/shared/reports/publication.ts'
import type { Someone, World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'

/** A matter of this person that is mended, closed and may be shown, with photos that passed; published unless told otherwise. */
export const shownToAll = async (world: World, reporter: Someone, { publish = true } = {}): Promise<string> => {
  const [worker, officer] = [await world.someone('worker'), await world.someone('officer')]
  const [before, after] = [(await reporter.upload()).id, (await worker.upload()).id]
  await world.settle()
  await rowsOf(
    world.outside.db,
    sql`update photos set check_state = 'pass' where id in (${before}::uuid, ${after}::uuid)`,
  )
  const id = randomUUID()
  const step = () => ({ id, eventId: randomUUID() })
  await reporter.call('fileReport', { id, photoIds: [before], buildingId: 't001v1g1b1' })
  await worker.call('acceptReport', step())
  await worker.call('resolveReport', { ...step(), words: '已修好', photoIds: [after] })
  await reporter.call('confirmReport', { ...step(), rating: 'good' })
  await reporter.call('allowPublication', { id, consentId: randomUUID(), version: consentVersion })
  const photos = [
    { photoId: before, side: 'before' as const, rects: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] },
    { photoId: after, side: 'after' as const, rects: [] },
  ]
  if (publish) await officer.call('publishReport', { ...step(), photos, looked: true })
  return id
}
