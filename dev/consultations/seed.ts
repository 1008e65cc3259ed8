import { confirmBooking } from '@huiyin/api/consultations/booking/confirm-booking.ts'
import { holdSlot } from '@huiyin/api/consultations/booking/hold-slot.ts'
import { bookingClocks } from '@huiyin/api/consultations/consultations-clock.ts'
import { listSlots } from '@huiyin/api/consultations/offering/list-slots.ts'
import { runClocks } from '@huiyin/api/core/clock-loop.ts'
import { insertRows } from '@huiyin/db/core/bulk.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { actAs, quieten, silent } from '../town/acting.ts'
import { demoHomeId, type PlannedPeople } from '../town/people.ts'
import { createRandom } from '../town/random.ts'
import type { Seed } from '../town/seeding.ts'
import { holdPast } from './office-past.ts'

const villageOf = (homeId: string | null) => homeId?.slice(0, 4) ?? ''
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']
const hour = 60
const always = { mode: 'onsite', buffer_minutes: 10, notice_minutes: 120, horizon_days: 30, on_days_off: false }
const evening = { from_minute: 19 * hour, to_minute: 21 * hour, slot_minutes: 30, capacity: 1 }
/** 普法讲座, Saturdays. */
const lecture = { weekday: 6, from_minute: 9.5 * hour, to_minute: 10.5 * hour, slot_minutes: 60, capacity: 30 }

/** A legal room in every village, and when its lawyer is there: his villages have an evening each, from Tuesday to Friday. */
const writeOffices = async (db: Db, { postings }: PlannedPeople, now: Date): Promise<Map<string, string>> => {
  const random = createRandom('office')
  const duties = postings.filter(it => it.role === 'adviser')
  const advisers = [...new Set(duties.map(it => it.personId))]
  const opened = duties.map(({ personId, areaId }) => {
    const placeId = random.id()
    const own = duties.filter(it => it.personId === personId)
    const nth = own.findIndex(it => it.areaId === areaId)
    const shape = { adviser_id: personId, community_id: areaId, place_id: placeId, ...always, since: '2020-01-01' }
    const hours = [{ ...evening, weekday: 2 + nth }, ...(nth === 1 ? [lecture] : [])]
    const code = Array.from({ length: 8 }, () => random.pick(letters)).join('')
    return {
      place: { id: placeId, community_id: areaId, name: '法律咨询室', code, retired: false },
      hours: hours.map(it => ({ id: random.id(), ...shape, ...it, updated_at: now })),
    }
  })
  await insertRows(
    db,
    'office_places',
    opened.map(it => it.place),
  )
  await insertRows(
    db,
    'office_hours',
    opened.flatMap(it => it.hours),
  )
  await insertRows(
    db,
    'adviser_contacts',
    advisers.map(id => ({ person_id: id, phone: `142${random.int(10_000_000, 99_999_999)}` })),
  )
  return new Map(opened.map(({ place }) => [place.community_id, place.code]))
}

/** Opens the lawyers' hours; three neighbours have booked already, by the very verbs of the service. */
export const seed: Seed = async ({ db, tools, planned, areas, now }) => {
  const codes = await writeOffices(db, planned, now)
  const random = createRandom('bookings')
  const as = actAs(db, tools, planned, areas)
  const communityId = villageOf(demoHomeId)
  const past = [...codes].map(([village, code]) => ({
    communityId: village,
    code,
    residents: planned.residents.slice(2).flatMap(it => (villageOf(it.homeId) === village ? [it.id] : [])),
  }))
  await holdPast(as, past, now)
  while ((await runClocks({ db, log: silent, now: () => now }, bookingClocks)) > 0);
  const [first, , ...others] = planned.residents
  const neighbours = others.filter(it => villageOf(it.homeId) === communityId)

  const book = async (personId: string, seats: 'one' | 'many', said: { reason?: string; otherSide?: string }) => {
    const ctx = as(personId, now)
    const { items } = await listSlots(ctx, { communityId, wide: false, own: false, limit: 60 })
    const slot = items.find(it => isLecture(it) === (seats === 'many'))
    // Before a long holiday nothing may be free.
    if (!slot) return
    const id = random.id()
    await holdSlot(ctx, { id, communityId, adviserId: slot.adviser.id, startsAt: slot.startsAt })
    const plain = { againstCommittee: false, mandate: false }
    await confirmBooking(ctx, { id, eventId: random.id(), ...plain, ...said })
  }
  const somebody = (n: number) => neighbours[n % neighbours.length]?.id ?? ''
  await book(first?.id ?? '', 'one', { reason: '借给亲戚的钱，三年了还没有还' })
  await book(somebody(1), 'one', { reason: '儿女不给赡养费，该怎么办', otherSide: '大儿子' })
  await book(somebody(2), 'many', {})
  await quieten(db, 'booking', now)
}
