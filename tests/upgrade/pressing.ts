import { setTimeout as pause } from 'node:timers/promises'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { upgrades } from '../lists/upgrades.ts'
import { Refused, type Someone, type World } from '../support/world.ts'

/** Something that a resident asked for and has a receipt of. `again`: she sends it once more. */
export type Demand = {
  by: string
  id: string
  number: string
  again: (who: Someone) => Promise<{ number: string }>
}
export type Done = Demand & { room: string }

const patience = 100

/** As the mini-program does: the same again while the service is busy. Any other refusal is an error. */
export const untilTaken = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++)
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.status !== 503 || tries === patience) throw error
      await pause(50)
    }
}

/** A resident who asks each room for something in turn until it is over. */
export const goOnAsking = async (who: Someone, done: Done[], isOver: () => boolean): Promise<void> => {
  while (!isOver())
    for (const [room, { demand }] of Object.entries(upgrades)) {
      const demanded = await demand(who)
      if (demanded) done.push({ ...demanded, room })
    }
}

/** How many matters each room has. */
export const countsOf = async (db: Db): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const [room, { matters }] of Object.entries(upgrades)) {
    const [row] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from ${sql.identifier(matters)}`)
    counts[room] = row?.n ?? 0
  }
  return counts
}

/** What the service of today does not read, or does not answer as it was answered when it was sent. */
export const lost = async (world: World, done: readonly Done[]): Promise<string[]> => {
  const missing = []
  for (const { room, by, id, number, again } of done) {
    const who = await world.someone(by)
    const [read, repeated] = [await upgrades[room]?.read(who, id), await again(who)]
    if (read?.number !== number || repeated.number !== number) missing.push(`${room} ${number}`)
  }
  return missing
}
