import type { Db } from '@huiyin/db/core/client.ts'
import { rooms } from '../lists/rooms.ts'

/** What is in the whole database and must never be, whatever room it belongs to. */
export const everythingBroken = async (db: Db): Promise<string[]> => {
  const found: string[] = []
  for (const { broken } of Object.values(rooms)) found.push(...((await broken?.(db)) ?? []))
  return found
}
