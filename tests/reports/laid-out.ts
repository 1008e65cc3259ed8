import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { Cast, Who } from '../support/cast.ts'
import type { World } from '../support/world.ts'
import type { Situation } from './report-law.ts'

export type Case = { id: string; photoId: string; route: string; who: Who; now: Situation }

const idOf = (people: Cast, who: Who) => people[who]?.id ?? ''

/** A matter as its reporter filed it and her neighbour joined it, once for each case, each put into its situation. */
export const layOut = async ({ outside, clock }: World, people: Cast, cases: readonly Case[]): Promise<void> => {
  const id = randomUUID()
  await people.reporter?.call('fileReport', { id, words: '水管漏水', buildingId: 't001v1g1b1' })
  await people.joiner?.call('joinReport', { id, eventId: randomUUID() })
  const copies = cases.map(({ id, photoId, now, who }, at) => ({
    ...{ id, at, photo: photoId, state: now.state, level: now.level, unit: now.unit, returns: now.returns },
    owner: idOf(people, now.owner),
    hand: now.hand && idOf(people, now.hand),
    actor: idOf(people, who === 'nobody' ? 'stranger' : who),
  }))
  const these = sql`jsonb_to_recordset(${JSON.stringify(copies)}::jsonb)
    as c(id uuid, at int, photo uuid, state text, level text, unit text, returns int, owner uuid, hand uuid, actor uuid)`
  const final = sql`c.state in ('closed', 'withdrawn')`
  await run(
    outside.db,
    sql`insert into reports (id, number, reporter_id, input_hash, words, kind, urgency, urgency_rule, state, level, owner_id, hand_id, unit_id, grid_id,
        community_id, township_id, district_id, building_id, place, accept_by, resolve_by, due_at, due_for, closed_at, asked_at, seq, returns, joiners, created_at, updated_at)
      select c.id, r.number || '-' || c.at, r.reporter_id, r.input_hash, r.words, r.kind, r.urgency, r.urgency_rule, c.state, c.level, c.owner, c.hand, c.unit, r.grid_id,
        r.community_id, r.township_id, r.district_id, r.building_id, r.place, r.accept_by, r.resolve_by,
        case when ${final} then null else r.due_at end, case when ${final} then null else r.due_for end,
        case c.state when 'closed' then r.created_at end, case c.state when 'closed' then r.created_at end, r.seq, c.returns, r.joiners, r.created_at, r.created_at
      from reports r cross join ${these} where r.id = ${id}::uuid`,
    sql`insert into report_events (id, report_id, seq, event, state, level, owner_id, grid_id, actor_id, actor, due_at, input_hash, at)
      select gen_random_uuid(), c.id, e.seq, e.event, e.state, e.level, e.owner_id, e.grid_id, e.actor_id, e.actor, e.due_at, e.input_hash, e.at
      from report_events e cross join ${these} where e.report_id = ${id}::uuid order by e.seq`,
    sql`insert into report_followers (person_id, report_id, at)
      select f.person_id, c.id, f.at from report_followers f cross join ${these} where f.report_id = ${id}::uuid`,
    sql`insert into visits (report_id, township_id, seq, due_at)
      select c.id, 't001', 1, ${clock.now.toISOString()}::timestamptz from ${these} where c.state = 'closed'`,
    sql`insert into photos (id, owner_id, state, storage_key, created_at)
      select c.photo, c.actor, 'stored', 'k' || c.at, ${clock.now.toISOString()}::timestamptz from ${these}`,
    // Nobody else tells the planner that there are thousands now: it would read them all for each of them.
    sql`analyze`,
  )
}

const run = async (db: World['outside']['db'], ...statements: SQL[]) => {
  for (const statement of statements) await rowsOf(db, statement)
}

/** A fingerprint of everything that is stored about each of these matters. */
export const fingerprints = async ({ outside }: World, ids: readonly string[]): Promise<Map<string, string>> => {
  const about = (table: string, column = 'report_id') =>
    sql`(select coalesce(string_agg(x::text, '|' order by x::text), '') from ${sql.identifier(table)} x where x.${sql.identifier(column)} = r.id)`
  const rows = await rowsOf<{ id: string; print: string }>(
    outside.db,
    sql`select r.id, md5(concat(r::text, ${about('report_events')}, ${about('report_followers')}, ${about('report_photos')},
        ${about('report_ratings')}, ${about('looks')}, ${about('visits')},
        (select count(*) from alerts a join report_events e on e.id = a.event_id where e.report_id = r.id))) as print
      from reports r where r.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
  )
  return new Map(rows.map(row => [row.id, row.print]))
}
