import postgres from 'postgres'

/** A place and weekly hours for each adviser, meetings that are booked already, and four months of those that took place. */
export const fillOffice = async (url: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(
    `insert into office_places (id, community_id, name, code) select gen_random_uuid(), id, '法律咨询室', 'P' || upper(id) from areas where level = 'community'`,
  )
  await sql.unsafe(`insert into office_hours (id, adviser_id, community_id, place_id, mode, slot_minutes, buffer_minutes, notice_minutes, horizon_days, capacity, weekday, from_minute, to_minute, since, on_days_off, updated_at)
    select gen_random_uuid(), p.person_id, p.area_id, o.id, 'onsite', 30, 10, 60, 60, 1, d, h, h + 180, '2020-01-01', false, now()
    from postings p join office_places o on o.community_id = p.area_id, generate_series(1, 4) d, unnest(array[540, 840]) h where p.role = 'adviser'`)
  await sql.unsafe(`insert into appointments (id, adviser_id, kind, community_id, township_id, place_id, mode, starts_at, ends_at, blocked, near, capacity, taken, live, created_at, updated_at)
    select gen_random_uuid(), p.person_id, 'meeting', p.area_id, 't001', o.id, 'onsite', t, t + interval '30 minutes', tstzrange(t, t + interval '40 minutes'), tstzrange(t - interval '15 minutes', t + interval '45 minutes'), 1, 1, true, now(), now()
    from postings p join office_places o on o.community_id = p.area_id, generate_series(1, 55) n,
      lateral (select ((now() at time zone 'Asia/Shanghai')::date + n + interval '9 hours') at time zone 'Asia/Shanghai' as t) at
    where p.role = 'adviser' and extract(isodow from (now() at time zone 'Asia/Shanghai')::date + n) <= 4`)
  await fillHistory(sql)
  await sql.unsafe('vacuum analyze')
  await sql.end()
}

const fillHistory = async (sql: postgres.Sql) => {
  await sql.unsafe(`insert into appointments (id, adviser_id, kind, community_id, township_id, place_id, mode, starts_at, ends_at, blocked, near, capacity, taken, live, created_at, updated_at)
    select gen_random_uuid(), p.person_id, 'meeting', p.area_id, 't001', o.id, 'onsite', t, t + interval '30 minutes', tstzrange(t, t + interval '40 minutes'), tstzrange(t - interval '15 minutes', t + interval '45 minutes'), 1, 1, true, t - interval '3 days', t
    from postings p join office_places o on o.community_id = p.area_id, generate_series(1, 120) n, generate_series(0, 1) k,
      lateral (select ((now() at time zone 'Asia/Shanghai')::date - n + interval '14 hours' + k * interval '40 minutes') at time zone 'Asia/Shanghai' as t) at
    where p.role = 'adviser' and extract(isodow from (now() at time zone 'Asia/Shanghai')::date - n) <= 4`)
  await sql.unsafe(`insert into bookings (id, number, appointment_id, person_id, input_hash, state, seat, turn, confirmed_at, outcome, seq, created_at, updated_at)
    select gen_random_uuid(), 'Y' || n, a.id, pe.id, repeat('ab', 22), 'confirmed', 1, 1, a.ends_at, 'answered', 4, a.created_at, a.ends_at
    from (select row_number() over () as n, * from appointments where starts_at < now()) a join people pe on pe.openid = 'asker-' || (1 + n % 2000)`)
  await sql.unsafe(`insert into booking_events (id, booking_id, seq, event, state, appointment_id, starts_at, actor_id, actor, input_hash, at)
    select gen_random_uuid(), b.id, e.n - 1, e.event, e.state, b.appointment_id, b.updated_at, b.person_id, '居民', b.input_hash, b.created_at
    from bookings b, (values (1, 'hold', 'held'), (2, 'book', 'booked'), (3, 'arrive', 'here'), (4, 'record', 'met'), (5, 'confirm', 'confirmed')) e(n, event, state)`)
  await sql.unsafe(`insert into booking_texts (id, booking_id, kind, author_id, cipher, at)
    select gen_random_uuid(), id, kind, person_id, repeat('ab', 80), created_at from bookings, unnest(array['reason', 'record']) kind`)
  await sql.unsafe(`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at, sent_at)
    select e.id, b.id, a.community_id, r, 'inbox', 'booking-booked', '{}', false, 'sent', e.at, e.at, e.at
    from booking_events e join bookings b on b.id = e.booking_id join appointments a on a.id = b.appointment_id, unnest(array[b.person_id, a.adviser_id]) r where e.event = 'book'`)
}
