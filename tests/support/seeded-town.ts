import { keysFrom } from '@huiyin/api/core/secrets.ts'
import { bringUpEmbedded } from '@huiyin/db/bring-up.ts'
import { openEmbedded, rowsOf } from '@huiyin/db/core/client.ts'
import { isSeeded, seedTown } from '@huiyin/dev/town/seed-town.ts'
import { sql } from 'drizzle-orm'
import { memoryStore } from './memory-store.ts'

export const now = new Date('2026-11-24T02:00:00.000Z')
export const keys = keysFrom(Buffer.alloc(32, 'demo').toString('base64'))

/** The demo township as it opens, in memory. */
export const openSeededTown = async () => {
  const { db, close } = await openEmbedded()
  await bringUpEmbedded(db)
  const before = await isSeeded(db)
  const photoStore = memoryStore()
  await seedTown(db, photoStore, keys, now)
  const all = <T>(statement: ReturnType<typeof sql>) => rowsOf<T>(db, statement)
  const count = async (statement: ReturnType<typeof sql>) =>
    (await all<{ n: number }>(sql`select count(*)::int as n from (${statement}) t`))[0]?.n
  return { db, close, photoStore, all, count, seeded: [before, await isSeeded(db)] }
}

export type SeededTown = Awaited<ReturnType<typeof openSeededTown>>

/** What is to be seen of a room in the demo township: `demo.ts` in its folder exports its sentences as `demo`. */
export type Demo = (town: () => SeededTown) => void
