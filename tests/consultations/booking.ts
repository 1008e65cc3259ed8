import { randomUUID } from 'node:crypto'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Asked } from '@huiyin/shared/core/route.ts'
import { expect } from 'vitest'
import { openWorld, type Someone, tap, type World } from '../support/world.ts'
import { brokenBookings } from './invariants.ts'

export const reason = '借给邻居的钱到期了他不还'

/** A town, its lawyer and somebody who may want him. */
export const openOffice = async (): Promise<{ world: World; adviser: Someone; resident: Someone }> => {
  const world = await openWorld()
  return { world, adviser: await world.someone('adviser'), resident: await world.someone('resident') }
}

/** Closes the town, in which no booking may be broken whatever was tried. */
export const closeOffice = async (world: World): Promise<void> => {
  expect(await brokenBookings(world.outside.db)).toEqual([])
  await world.close()
}

/** A moment in Shanghai: '2026-11-24 14:00'. */
export const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

export type Wanted = { adviserId: string; communityId: string; startsAt: string }

/** The first free times of a village. */
export const freeTimes = async (
  who: Someone,
  more: Partial<Asked<(typeof bookingRoutes)['listSlots']>> = {},
): Promise<Wanted[]> => {
  const { items } = await who.call('listSlots', { communityId: 't001v1', limit: 60, ...more })
  return items.map(it => ({ adviserId: it.adviser.id, communityId: it.communityId, startsAt: it.startsAt }))
}

/** A time of the town's adviser, by the clock on the wall. */
export const at = (adviser: Someone, text: string, communityId = 't001v1'): Wanted => ({
  adviserId: adviser.id,
  communityId,
  startsAt: shanghai(text).toISOString(),
})

export const holds = async (who: Someone, wanted: Wanted, id: string = randomUUID()): Promise<string> =>
  (await who.call('holdSlot', { id, ...wanted })).id

/** Keeps a time and confirms it; gives the id. */
export const books = async (
  who: Someone,
  wanted: Wanted,
  more: Partial<Asked<(typeof bookingRoutes)['confirmBooking']>> = {},
): Promise<string> => {
  const id = await holds(who, wanted)
  await who.call('confirmBooking', { ...tap(id), reason, ...more })
  return id
}

export const kindsTold = async (who: Someone): Promise<string[]> =>
  (await who.call('listAlerts', { limit: 50 })).items.map(it => it.kind)

/** Sets the clock, and lets it do what is due. */
export const itIs = async (world: World, text: string): Promise<void> => {
  world.clock.now = shanghai(text)
  await world.api.chores()
}
