import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusOf, surprisesOf } from '../support/matrix.ts'
import { openWorld, type Someone, type World } from '../support/world.ts'
import { at, holds, shanghai } from './booking.ts'
import { type BookingSituation, type BookingWho, bookingCast, bookingLaw, bookingSituations } from './booking-law.ts'
import { rooms } from './furnish.ts'

/** Every role × everything that can be done to a booking × every situation of one, through the API. */
const routes = { ...bookingRoutes, ...officeRoutes }
const aboutOne = Object.entries(routes).filter(([, { path }]) => path.startsWith('/api/bookings/:id'))
type Case = { id: string; route: string; who: BookingWho; now: BookingSituation }
const cases: Case[] = aboutOne.flatMap(([route]) =>
  bookingSituations.flatMap(now => bookingCast.map(who => ({ id: randomUUID(), route, who, now }))),
)

let world: World
const people: Partial<Record<BookingWho, Someone>> = {}
let before: Map<string, string>
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  for (const who of bookingCast) if (who !== 'nobody') people[who] = await world.someone(who)
  await layOut()
  before = await fingerprints()
})
afterAll(() => world.close())

/** One booking, once for each case, each put into its situation; their appointments stand in nobody's way. */
const layOut = async () => {
  const { db } = world.outside
  const adviser = people.adviser as Someone
  const id = await holds(people.asker as Someone, at(adviser, '2026-11-26 14:00'))
  const begun = shanghai('2026-11-24 09:40').toISOString()
  const copies = cases.map(({ id, now }, n) => ({ ...now, id, n, appointment: randomUUID() }))
  const these = sql`jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as c(id uuid, n int, appointment uuid, state text, begun boolean, declared boolean)`
  const starts = sql`case when c.begun then ${begun}::timestamptz else a.starts_at end`
  await rowsOf(
    db,
    sql`insert into appointments (id, adviser_id, kind, community_id, township_id, place_id, mode, starts_at, ends_at, blocked, near, capacity, taken, live, created_at, updated_at)
      select c.appointment, a.adviser_id, a.kind, a.community_id, a.township_id, a.place_id, a.mode, ${starts}, ${starts} + interval '30 minutes', a.blocked, a.near, 1, 1, false, a.created_at, a.updated_at
      from bookings b join appointments a on a.id = b.appointment_id cross join ${these} where b.id = ${id}::uuid`,
  )
  await rowsOf(
    db,
    sql`insert into bookings (id, number, appointment_id, person_id, input_hash, state, seat, turn, hold_until, due_at, due_for, seq, created_at, updated_at)
      select c.id, b.number || '-' || c.n, c.appointment, b.person_id, b.input_hash, c.state, 1, 10 + c.n, b.hold_until, b.hold_until + interval '1 day',
        case c.state when 'held' then 'expire' else 'lapse' end, 0, b.created_at, b.updated_at from bookings b cross join ${these} where b.id = ${id}::uuid`,
  )
  await rowsOf(
    db,
    sql`insert into booking_events (id, booking_id, seq, event, state, appointment_id, starts_at, actor_id, actor, input_hash, at)
      select gen_random_uuid(), b.id, 0, 'hold', b.state, b.appointment_id, b.created_at, b.person_id, '居民', '', b.created_at from bookings b where b.id <> ${id}::uuid`,
  )
  await rowsOf(
    db,
    sql`insert into booking_declarations (event_id, booking_id, adviser_id, unit_ids, conflict, at)
      select gen_random_uuid(), c.id, ${adviser.id}::uuid, array['u-firm'], false, now() from ${these} where c.declared`,
  )
}

/** Everything that is stored about each. */
const fingerprints = async (): Promise<Map<string, string>> => {
  const about = (table: string, column = 'booking_id') =>
    sql`(select coalesce(string_agg(x::text, '|' order by x::text), '') from ${sql.identifier(table)} x where x.${sql.identifier(column)} = b.id)`
  const rows = await rowsOf<{ id: string; print: string }>(
    world.outside.db,
    sql`select b.id, md5(concat(b::text, ${about('booking_events')}, ${about('booking_texts')}, ${about('booking_declarations')}, ${about('booking_ratings')},
      ${about('alerts', 'matter_id')}, (select a::text from appointments a where a.id = b.appointment_id))) as print from bookings b`,
  )
  return new Map(rows.map(row => [row.id, row.print]))
}

const bodyFor = (route: string): Record<string, unknown> => {
  const more: Record<string, object> = {
    confirmBooking: { reason: '借条' },
    moveBooking: at(people.adviser as Someone, '2026-11-26 03:00'),
    arriveAtBooking: { place: rooms.legal.code },
    tellTookPlace: { happened: true },
    declareBooking: { noConflict: true },
    attachFiles: { fileIds: [randomUUID()] },
    proposeNext: { communityId: 't001v1', startsAt: '2026-11-26T03:00:00.000Z' },
    recordBooking: { words: '谈了', outcome: 'answered' },
  }
  return { eventId: randomUUID(), ...more[route] }
}

const tryOut = ({ id, route, who }: Case) =>
  statusOf(people[who]?.fetch ?? world.anybody, routes[route as keyof typeof routes], { id }, bodyFor(route))

const due = ({ route, who, now }: Case) => (who === 'nobody' ? 401 : (bookingLaw[route]?.(who, now) ?? 0))

test('everything that can be done to a booking has its row in the law, and the law names nothing else', () => {
  expect(aboutOne.map(([route]) => route).sort()).toEqual(Object.keys(bookingLaw).sort())
  expect(cases.length).toBeGreaterThan(2000)
})

describe.each(Object.keys(bookingLaw))('%s', route => {
  test.each(bookingSituations)('when it is: $name', async now => {
    const these = cases.filter(it => it.route === route && it.now === now)
    expect(await surprisesOf(these, { due, tryOut, nameOf: it => it.who })).toEqual([])
  })
})

test('whatever was refused has left everything as it was', async () => {
  const after = await fingerprints()
  const allowed = (it: Case) => due(it) === 200 && it.route !== 'getBooking'
  expect(cases.filter(it => !allowed(it) && after.get(it.id) !== before.get(it.id))).toEqual([])
  expect(cases.filter(it => allowed(it) && after.get(it.id) === before.get(it.id))).toEqual([])
})
