import { randomUUID } from 'node:crypto'
import { bookingEvents } from '@huiyin/shared/consultations/booking-states.ts'
import { Refused, type Someone, tap } from '../support/world.ts'
import { untilTaken } from '../upgrade/pressing.ts'
import { lawyers } from '../upgrade/reading.ts'
import type { Upgrade } from '../upgrade/room-upgrade.ts'
import type { Teller } from '../upgrade/telling.ts'
import { rooms } from './furnish.ts'
import { beginBookings, goOnWithBookings, meet } from './story.ts'

const words = '再补充一句'

const furnish = async (it: Teller) => {
  await it.asks('adviser', 'publishContact', { phone: '0571-0000002', photoId: null })
  await it.asks('adviser', 'renewCalendar', {})
  const where = { communityId: 't001v1', placeId: rooms.legal.id, mode: 'phone', from: 540, to: 600 }
  const how = { slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 14, capacity: 1 }
  await it.asks('adviser', 'setExtraHours', { id: randomUUID(), ...where, ...how, day: '2026-12-12' })
  const weekly = { id: randomUUID(), ...where, ...how, weekday: 7, onDaysOff: false }
  await it.asks('adviser', 'setOfficeHours', weekly)
}

/** Somebody else had that time first, or she has asked often enough today: answers of a service that works. */
const otherWas = (error: unknown) => {
  if (error instanceof Refused && ['slot-taken', 'too-many'].includes(error.problem.code)) return undefined
  throw error
}

/** Books what is free and gives it back, so that there is always something. */
const demand = async (who: Someone) => {
  const { items } = await untilTaken(() => who.call('listSlots', { communityId: 't001v1', limit: 60 }))
  const slot = items[Math.floor(items.length / 2)]
  if (!slot) return undefined
  const input = { id: randomUUID(), adviserId: slot.adviser.id, communityId: slot.communityId, startsAt: slot.startsAt }
  const again = (one: Someone) => one.call('holdSlot', input)
  const held = await untilTaken(() => again(who)).catch(otherWas)
  if (!held) return undefined
  const [booked, cancelled] = [{ ...tap(input.id), reason: '想当面问问' }, tap(input.id)]
  await untilTaken(() => who.call('confirmBooking', booked))
  await untilTaken(() => who.call('cancelBooking', cancelled))
  return { by: who.openid, id: input.id, number: held.number, again }
}

const own = [
  ...['bookings/mine?limit=50', 'waitlist', 'villages/t001v1/advisers'],
  ...['slots?communityId=t001v1&limit=60', 'slots?communityId=t001v1&lecture=true'],
]
const desks = [
  ...['office/week?from=2026-11-24&days=21', 'office/hours', 'office/coverage?township=t001&month=2026-11'],
  ...['office/months?township=t001', 'office/places?township=t001', 'office/advisers?township=t001'],
  'office/record?township=t001&month=2026-11',
]

export const upgrade: Upgrade = {
  ...{ matters: 'bookings', begunBy: 'person_id', events: { table: 'booking_events', all: bookingEvents } },
  furnish,
  begin: async it => {
    const booked = await beginBookings(it)
    return () => meet(it, booked)
  },
  goOn: goOnWithBookings,
  readings: matters => ({
    own,
    others: [
      { by: lawyers, paths: [...desks, ...matters.map(it => `bookings/${it.id}`)] },
      ...matters.map(({ id, openid }) => ({ by: [openid], paths: [...own, `bookings/${id}`] })),
    ],
  }),
  further: {
    held: { by: [], take: (who, { id }) => who.call('confirmBooking', { ...tap(id), reason: words }) },
    booked: { by: [], take: (who, { id }) => who.call('cancelBooking', tap(id)) },
    here: {
      by: lawyers,
      take: (who, { id }) => who.call('recordBooking', { ...tap(id), words, outcome: 'answered' }),
    },
    met: { by: [], take: (who, { id }) => who.call('tellTookPlace', { ...tap(id), happened: true }) },
  },
  demand,
  read: (who, id) => who.call('getBooking', { id }),
}
