import { randomUUID } from 'node:crypto'
import { type Ask, get, send } from '../support/ask.ts'
import { justices, type Who } from '../support/cast.ts'
import type { PlaceRow, TestRoom } from '../support/test-room.ts'
import { rooms } from './furnish.ts'

/** One hour from the beginning of these tests. */
export const soon = '2026-11-24T03:00:00.000Z'

const lawyers: PlaceRow['held'] = { anywhere: ['adviser'] }
const anyJustice: Who[] = ['justice', 'justice-next-town']
const ofVillage: PlaceRow['held'] = {
  t001v1: ['adviser', 'justice'],
  t001v2: ['justice'],
  t002v1: ['justice-next-town'],
}
/** Something that is not there: whoever may have it finds nothing. */
const noSuch = (ask: () => Ask, ...inVain: Who[]): PlaceRow => ({ ask, held: { anywhere: [] }, inVain })
const gone = (path: string) => (): Ask => ({ path: `${path}/${randomUUID()}`, init: { method: 'DELETE' } })
const place = '/api/office/places'

const when = { slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 14, capacity: 1 }
const where = { communityId: 't001v1', placeId: rooms.hall.id, mode: 'onsite' }

/** The routes of the office, with who holds what. */
export const office: TestRoom['byPlace'] = {
  listWeek: { ask: () => get('/api/office/week?from=2026-11-24'), held: lawyers },
  listOfficeHours: { ask: () => get('/api/office/hours'), held: lawyers },
  setOfficeHours: {
    ask: () =>
      send('PUT', `/api/office/hours/${randomUUID()}`, {
        ...{ ...where, ...when, weekday: 7, from: 540, to: 600, onDaysOff: false },
      }),
    held: lawyers,
  },
  publishContact: {
    ask: () => send('PUT', '/api/office/contact', { phone: '0571-0000000', photoId: null }),
    held: lawyers,
  },
  setExtraHours: {
    ask: () =>
      send('PUT', `/api/office/extras/${randomUUID()}`, { ...where, ...when, day: '2026-11-29', from: 660, to: 720 }),
    held: lawyers,
  },
  addLeave: {
    ask: () =>
      send('POST', '/api/office/leaves', { id: randomUUID(), startsAt: soon, endsAt: '2026-11-24T04:00:00.000Z' }),
    held: lawyers,
  },
  addWalkIn: {
    ask: () =>
      send('POST', '/api/office/walk-ins', {
        ...{ id: randomUUID(), placeId: rooms.legal.id, startsAt: '2026-11-24T01:00:00.000Z', minutes: 20 },
      }),
    held: lawyers,
  },
  endOfficeHours: noSuch(gone('/api/office/hours'), 'adviser'),
  endExtraHours: noSuch(gone('/api/office/extras'), 'adviser'),
  endLeave: noSuch(gone('/api/office/leaves'), 'adviser', ...anyJustice),
  retireOfficePlace: noSuch(gone(place), ...anyJustice),
  getPlaceCode: noSuch(() => get(`${place}/${randomUUID()}/code`), ...anyJustice),
  readPoster: noSuch(() => get(`${place}/${randomUUID()}/poster`), ...anyJustice),
  listOfficePlaces: { ask: township => get(`${place}?township=${township}`), held: justices },
  exportRecord: { ask: township => get(`/api/office/record?township=${township}&month=2026-11`), held: justices },
  listCoverage: { ask: township => get(`/api/office/coverage?township=${township}&month=2026-11`), held: justices },
  listTownshipAdvisers: { ask: township => get(`/api/office/advisers?township=${township}`), held: justices },
  listMonths: { ask: township => get(`/api/office/months?township=${township}`), held: justices },
  readSheet: {
    ask: communityId => get(`/api/office/sheet?communityId=${communityId}&month=2026-11`),
    held: ofVillage,
  },
  renewCalendar: { ask: communityId => send('POST', '/api/office/calendar', { communityId }), held: ofVillage },
  endCalendar: {
    ask: communityId => ({ path: `/api/office/calendar?communityId=${communityId}`, init: { method: 'DELETE' } }),
    held: ofVillage,
  },
  addOfficePlace: {
    ask: communityId => send('POST', place, { id: randomUUID(), communityId, name: '村部' }),
    held: { ...ofVillage, t001v1: ['justice'] },
  },
}
