import fc from 'fast-check'
import { ids, persons, places, text } from '../support/anything.ts'
import { rooms } from './furnish.ts'

const minutes = fc.integer({ min: -10, max: 1500 })
const day = fc.constantFrom('2026-11-24', '2026-11-26', '2026-02-30', '9999-12-31', '0000-01-01')
/** Times that the town's advisers offer, and others that nobody does. */
const moment = fc.constantFrom(
  ...['2026-11-24T06:00:00.000Z', '2026-11-26T06:40:00.000Z', '2026-11-25T11:00:00.000Z', '2026-11-24T03:00:00.000Z'],
  ...['2020-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00Z', '2026-11-24'],
)

/** What the fields are for, mostly. */
export const officeFields: Record<string, fc.Arbitrary<unknown>> = {
  ...{ phone: fc.constantFrom('0571-1234567', null), photoId: fc.constantFrom(null, rooms.hall.id), day },
  ...{
    wide: fc.constantFrom('true', 'false', 'maybe'),
    own: fc.constantFrom('true', 'maybe'),
    lecture: fc.constantFrom('true', 'false', 'maybe'),
    from: fc.oneof(day, minutes),
    to: minutes,
    startsAt: moment,
  },
  ...{
    endsAt: moment,
    days: fc.integer({ min: -1, max: 40 }),
    month: fc.constantFrom('2026-11', '2026-13', '0000-01'),
  },
  ...{ committeeOf: fc.constantFrom('t001v1', 't001v2', 'nowhere'), forOther: fc.string({ maxLength: 50 }) },
  ...{
    mandate: fc.boolean(),
    happened: fc.boolean(),
    place: fc.constantFrom(rooms.legal.code, rooms.hall.code, 'none'),
  },
  ...{ placeId: fc.constantFrom(rooms.legal.id, rooms.bridge.id), name: fc.string({ maxLength: 30 }) },
  ...{ mode: fc.constantFrom('onsite', 'phone', 'none'), weekday: fc.integer({ min: 0, max: 8 }), minutes },
  ...{
    slotMinutes: minutes,
    bufferMinutes: minutes,
    noticeMinutes: minutes,
    capacity: fc.integer({ min: 0, max: 300 }),
  },
  ...{ horizonDays: fc.integer({ min: 0, max: 100 }), onDaysOff: fc.boolean() },
  ...{ until: day, token: fc.constantFrom('a'.repeat(43), 'short'), format: fc.constantFrom('csv', 'xlsx', 'none') },
  ...{ token: fc.string({ maxLength: 50 }), format: fc.constantFrom('csv', 'xlsx', 'none') },
  ...{ id: ids, eventId: fc.oneof(ids, fc.uuid()), reason: text, words: text, otherSide: text, communityId: places },
  ...{ township: places, adviserId: persons, noConflict: fc.boolean(), againstCommittee: fc.boolean() },
  ...{ fileIds: fc.array(ids, { maxLength: 11 }), rating: fc.constantFrom('good', 'poor', 'none') },
  outcome: fc.constantFrom('answered', 'court', 'none'),
}
