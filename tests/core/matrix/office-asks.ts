import { randomUUID } from 'node:crypto'
import { rooms } from '../../support/office.ts'
import { type Ask, get, send } from './ask.ts'

/** One hour from the beginning of these tests. */
export const soon = '2026-11-24T03:00:00.000Z'
/** A right call of each route of the office. */
export const officeAsks: Record<string, (place: string) => Ask> = {
  listWeek: () => get('/api/office/week?from=2026-11-24'),
  listOfficeHours: () => get('/api/office/hours'),
  setOfficeHours: () =>
    send('PUT', `/api/office/hours/${randomUUID()}`, {
      ...{ communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite', weekday: 7, from: 540, to: 600 },
      ...{ slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 14, capacity: 1, onDaysOff: false },
    }),
  publishContact: () => send('PUT', '/api/office/contact', { phone: '0571-0000000', photoId: null }),
  setExtraHours: () =>
    send('PUT', `/api/office/extras/${randomUUID()}`, {
      ...{ communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite', day: '2026-11-29', from: 660, to: 720 },
      ...{ slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 14, capacity: 1 },
    }),
  endExtraHours: () => ({ path: `/api/office/extras/${randomUUID()}`, init: { method: 'DELETE' } }),
  listOfficePlaces: township => get(`/api/office/places?township=${township}`),
  retireOfficePlace: () => ({ path: `/api/office/places/${randomUUID()}`, init: { method: 'DELETE' } }),
  getPlaceCode: () => get(`/api/office/places/${randomUUID()}/code`),
  readPoster: () => get(`/api/office/places/${randomUUID()}/poster`),
  endOfficeHours: () => ({ path: `/api/office/hours/${randomUUID()}`, init: { method: 'DELETE' } }),
  addLeave: () =>
    send('POST', '/api/office/leaves', { id: randomUUID(), startsAt: soon, endsAt: '2026-11-24T04:00:00.000Z' }),
  endLeave: () => ({ path: `/api/office/leaves/${randomUUID()}`, init: { method: 'DELETE' } }),
  addWalkIn: () =>
    send('POST', '/api/office/walk-ins', {
      ...{ id: randomUUID(), placeId: rooms.legal.id, startsAt: '2026-11-24T01:00:00.000Z', minutes: 20 },
    }),
  exportRecord: township => get(`/api/office/record?township=${township}&month=2026-11`),
  readSheet: communityId => get(`/api/office/sheet?communityId=${communityId}&month=2026-11`),
  renewCalendar: communityId => send('POST', '/api/office/calendar', { communityId }),
  endCalendar: communityId => ({ path: `/api/office/calendar?communityId=${communityId}`, init: { method: 'DELETE' } }),
  listCoverage: township => get(`/api/office/coverage?township=${township}&month=2026-11`),
  listTownshipAdvisers: township => get(`/api/office/advisers?township=${township}`),
  listMonths: township => get(`/api/office/months?township=${township}`),
  addOfficePlace: communityId => send('POST', '/api/office/places', { id: randomUUID(), communityId, name: '村部' }),
}
