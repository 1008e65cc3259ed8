import fc from 'fast-check'
import { places } from '../support/anything.ts'
import { get } from '../support/ask.ts'
import type { TestRoom } from '../support/test-room.ts'

export const room: TestRoom = {
  open: {
    listAreas: () => get('/api/areas?parent=t001'),
    getArea: () => get('/api/areas/t001v1'),
    getPlace: () => get('/api/places/t001v1g1b1'),
    locatePlace: () => get('/api/places?lng=117.2055&lat=31.502'),
  },
  byPlace: {
    getDoorCode: {
      ask: code => get(`/api/places/${code}/door-code`),
      held: {
        t001v1g1b1: ['lead', 'officer', 'admin'],
        t001v1g2b1: ['lead', 'officer', 'admin'],
        t001v2g1b1: ['lead-next-village', 'officer', 'admin'],
        t002v1g1b1: ['officer-next-town'],
      },
    },
  },
  fields: {
    parent: places,
    level: fc.constantFrom('building', 'none'),
    code: places,
    lng: fc.double({ min: 70, max: 140 }),
    lat: fc.double({ min: 0, max: 60 }),
  },
}
