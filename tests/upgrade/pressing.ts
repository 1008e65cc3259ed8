import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { callOver, Refused, routes, type Someone, type World } from '../support/world.ts'

/** Something that a resident asked for and has a receipt of. `given`: what she sent, to send it once more. */
export type Demand = {
  of: 'reports' | 'questions' | 'bookings'
  by: string
  id: string
  number: string
  again: (who: Someone) => Promise<{ number: string }>
}

const patience = 100

/** As the mini-program does: the same again while the service is busy. Any other refusal is an error. */
const untilTaken = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++)
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.status !== 503 || tries === patience) throw error
      await pause(50)
    }
}

const files = async (who: Someone): Promise<Demand> => {
  const input = { id: randomUUID(), words: '楼道里的灯坏了', buildingId: 't001v1g1b1' }
  const again = (one: Someone) => one.call('fileReport', input)
  return { of: 'reports', by: who.openid, id: input.id, number: (await untilTaken(() => again(who))).number, again }
}

const asks = async (who: Someone): Promise<Demand> => {
  const input = { id: randomUUID(), communityId: 't001v1', words: '借条到期了他不还', ageBand: 'adult' as const }
  const again = (one: Someone) => one.call('askQuestion', input)
  return { of: 'questions', by: who.openid, id: input.id, number: (await untilTaken(() => again(who))).number, again }
}

/** Books what is free and gives it back, so that there is always something. */
const books = async (who: Someone): Promise<Demand | undefined> => {
  const { items } = await untilTaken(() => who.call('listSlots', { communityId: 't001v1', limit: 60 }))
  const slot = items[Math.floor(items.length / 2)]
  if (!slot) return undefined
  const input = { id: randomUUID(), adviserId: slot.adviser.id, communityId: slot.communityId, startsAt: slot.startsAt }
  const again = (one: Someone) => one.call('holdSlot', input)
  const held = await untilTaken(() => again(who)).catch(otherWas)
  if (!held) return undefined
  const tap = () => ({ id: input.id, eventId: randomUUID() })
  const [booked, cancelled] = [{ ...tap(), reason: '想当面问问' }, tap()]
  await untilTaken(() => who.call('confirmBooking', booked))
  await untilTaken(() => who.call('cancelBooking', cancelled))
  return { of: 'bookings', by: who.openid, id: input.id, number: held.number, again }
}

/** Somebody else had that time first, or she has asked often enough today: answers of a service that works. */
const otherWas = (error: unknown) => {
  if (error instanceof Refused && ['slot-taken', 'too-many'].includes(error.problem.code)) return undefined
  throw error
}

/** A resident who files, asks and books in turn until it is over. */
export const goOnAsking = async (who: Someone, done: Demand[], isOver: () => boolean): Promise<void> => {
  while (!isOver())
    for (const take of [files, asks, books]) {
      const demand = await take(who)
      if (demand) done.push(demand)
      await untilTaken(() => who.call('listMyReports', {}))
    }
}

export const countsOf = async (db: Db): Promise<Record<Demand['of'], number>> => {
  const [row] = await rowsOf<Record<Demand['of'], number>>(
    db,
    sql`select (select count(*)::int from reports) as reports, (select count(*)::int from questions) as questions,
      (select count(*)::int from bookings) as bookings`,
  )
  if (!row) throw new Error('no counts')
  return { ...row }
}

const readers = { reports: routes.getReport, questions: routes.getQuestion, bookings: routes.getBooking }

/** What the service of today does not read, or does not answer as it was answered when it was sent. */
export const lost = async (world: World, done: readonly Demand[]): Promise<string[]> => {
  const missing = []
  for (const { of, by, id, number, again } of done) {
    const who = await world.someone(by)
    const [read, repeated] = [await callOver(who.fetch, readers[of], { id }), await again(who)]
    if (read.number !== number || repeated.number !== number) missing.push(`${of} ${number}`)
  }
  return missing
}
