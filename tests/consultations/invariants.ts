import { consultations } from '@huiyin/api/consultations/room.ts'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { type BookingAction, bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import type { BookingState } from '@huiyin/shared/consultations/booking-states.ts'
import { nextState } from '@huiyin/shared/matters/offered.ts'
import { sql } from 'drizzle-orm'

type Step = { booking_id: string; event: BookingAction | 'hold'; state: BookingState; seq: number }

const seated = sql`('held', 'booked', 'here', 'met', 'confirmed')`

/** What must never be in the whole database, for bookings.*/
export const brokenBookings = async (db: Db): Promise<string[]> => {
  const found: string[] = []
  const count = async (what: string, rows: ReturnType<typeof sql>) => {
    const [row] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from (${rows}) t`)
    if (row && row.n > 0) found.push(`${row.n} × ${what}`)
  }
  await count(
    'appointment whose seats are not those of its bookings, or that lives without any',
    sql`select from appointments a where a.kind in ('meeting', 'lecture') and (a.taken <> (select count(*) from bookings b where b.appointment_id = a.id and b.state in ${seated})
        or a.live <> (a.taken > 0))`,
  )
  await count(
    'person with more than two bookings to come',
    sql`select from bookings where state in ('held', 'booked') group by person_id having count(*) > 2`,
  )
  await count(
    'adviser in two appointments at once',
    sql`select from appointments a join appointments b on a.adviser_id = b.adviser_id and a.id < b.id and a.live and b.live and a.kind <> 'leave' and b.kind <> 'leave'
      and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  )
  await count(
    'adviser who could not have driven that fast',
    sql`select from appointments a join appointments b on a.adviser_id = b.adviser_id and a.id < b.id and a.live and b.live and a.mode = 'onsite' and b.mode = 'onsite'
      and a.community_id <> b.community_id and a.starts_at < b.ends_at + interval '30 minutes' and b.starts_at < a.ends_at + interval '30 minutes'`,
  )
  await count(
    'booking to come inside of leave',
    sql`select from bookings b join appointments a on a.id = b.appointment_id and b.state in ('held', 'booked') join appointments l on l.adviser_id = a.adviser_id and l.kind = 'leave' and l.live
      and a.starts_at > l.created_at and a.starts_at < l.ends_at and l.starts_at < a.ends_at`,
  )
  await count(
    'booking whose clock does not fit its state',
    sql`select from bookings where (due_at is null) <> (due_for is null) or (state in ('held', 'booked', 'here') and due_at is null)
      or (state in ('confirmed', 'missed', 'cancelled', 'expired') and due_at is not null) or (state = 'held') <> (hold_until is not null)`,
  )
  await count(
    'history with a gap, or that does not end where the booking stands',
    sql`select from bookings b where (select count(*) from booking_events e where e.booking_id = b.id) <> b.seq + 1
      or not exists (select from booking_events e where e.booking_id = b.id and e.seq = b.seq and e.state = b.state and e.appointment_id = b.appointment_id)`,
  )
  await count(
    'booking called off, or passed on, of which she did not hear',
    sql`select from booking_events e join bookings b on b.id = e.booking_id where (e.event in ('call-off', 'pass') or e.event = 'record' and e.state = 'met'
        and not exists (select from booking_events f where f.booking_id = e.booking_id and f.seq < e.seq and f.state = 'met'))
      and not exists (select from alerts a where a.event_id = e.id and a.recipient_id = b.person_id and a.channel = 'inbox')`,
  )
  await count(
    'alert of a step that never was',
    sql`select from alerts a where a.kind like '%booking%' and not exists (select from booking_events e where e.id = a.event_id)
      and not exists (select from sealed_files f where f.id = a.event_id and f.lost is not null)`,
  )
  await count(
    'record by whoever had not declared',
    sql`select from booking_events e join appointments a on a.id = e.appointment_id and a.kind = 'meeting' where e.event = 'record'
      and not exists (select from booking_declarations d where d.booking_id = e.booking_id and d.adviser_id = e.actor_id and not d.conflict)`,
  )
  await count(
    'reminder after the end of a booking',
    sql`select from booking_events r join booking_events c on c.booking_id = r.booking_id and c.seq < r.seq
      and r.event = 'remind' and c.event in ('cancel', 'call-off', 'pass', 'record', 'miss', 'confirm', 'deny')`,
  )
  const seals = (await consultations.brokenSeals?.(db)) ?? []
  return [...found, ...seals.map(it => `broken seal ${it.place}`), ...(await impossibleSteps(db))]
}

const impossibleSteps = async (db: Db): Promise<string[]> => {
  const steps = await rowsOf<Step>(
    db,
    sql`select booking_id, seq, event, state from booking_events order by booking_id, seq`,
  )
  return steps.flatMap((step, i) => {
    if (step.seq === 0) return step.event === 'hold' && step.state === 'held' ? [] : [`first step ${step.event}`]
    const before = steps[i - 1]
    const allowed = before && step.event !== 'hold' && nextState(bookingLife, before.state, step.event)
    return allowed === step.state ? [] : [`${before?.state} --${step.event}--> ${step.state}`]
  })
}
