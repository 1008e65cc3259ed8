import { randomUUID } from 'node:crypto'
import { get, send } from '../support/ask.ts'
import type { TestRoom } from '../support/test-room.ts'
import { at, books, holds } from './booking.ts'
import { bookingLaw } from './booking-law.ts'
import { rooms } from './furnish.ts'
import { brokenBookings } from './invariants.ts'
import { officeFields } from './office-fields.ts'
import { office, soon } from './office-places.ts'

export const room: TestRoom = {
  open: {
    listVillageAdvisers: () => get('/api/villages/t001v1/advisers'),
    readCalendar: () => get(`/api/calendars/${'a'.repeat(43)}`),
  },
  signedIn: {
    listSlots: () => get('/api/slots?communityId=t001v1'),
    holdSlot: () =>
      send('POST', '/api/bookings', {
        ...{ id: randomUUID(), adviserId: randomUUID(), communityId: 't001v1', startsAt: soon },
      }),
    listMyBookings: () => get('/api/bookings/mine'),
    joinWaitlist: (_, { people }) =>
      send('POST', '/api/waitlist', {
        ...{ id: randomUUID(), communityId: 't001v1', from: '2026-11-29', until: '2026-11-29' },
        // Nobody whose times one could book.
        adviserId: people.worker?.id,
      }),
    listWaitlist: () => get('/api/waitlist'),
    leaveWaitlist: () => ({ path: `/api/waitlist/${randomUUID()}`, init: { method: 'DELETE' } }),
    checkIn: () => send('POST', '/api/check-ins', { id: randomUUID(), place: rooms.legal.code }),
  },
  byPlace: office,
  judged: Object.keys(bookingLaw),
  met: {
    ...{ checkIn: 422, joinWaitlist: 201, leaveWaitlist: 404, readCalendar: 404, holdSlot: 409 },
    ...{ addLeave: 201, addWalkIn: 201, addOfficePlace: 201 },
  },
  fields: officeFields,
  /** A time that is booked, and one that is kept. */
  fill: async world => {
    const [resident, adviser] = [await world.someone('resident'), await world.someone('adviser')]
    return [
      await books(resident, at(adviser, '2026-11-27 09:00')),
      await holds(resident, at(adviser, '2026-11-25 19:00')),
    ]
  },
  broken: brokenBookings,
  leave: async world => {
    const [resident, adviser] = [await world.someone('resident'), await world.someone('adviser')]
    const id = await holds(resident, at(adviser, '2026-11-26 14:00'))
    return async () => (await (await world.someone('resident')).call('getBooking', { id })).state !== 'held'
  },
}
