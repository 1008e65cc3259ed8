import postgres from 'postgres'

export const grids = 120
export const residents = 600
export const tokenOf = (n: number) => `bench-clock-${String(n).padStart(8, '0')}`
export const buildingOf = (resident: number) => `b${String(1 + (resident % grids)).padStart(3, '0')}`

const code = (letter: string, n: string) => `'${letter}' || lpad((${n})::text, 3, '0')`
const [grid, community, building] = [code('g', 'g'), code('c', '(g - 1) / 5 + 1'), code('b', 'g')]
const person = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`
const each = (count: number) => `generate_series(1, ${count}) g`
const since = `timestamptz '2024-01-01'`

const staff = (kind: string, role: string, title: string, area: string, count: number) => [
  `insert into people (id, openid, name, created_at) select ${person(kind, 'g')}, '${kind}-' || g, '某某', ${since} from ${each(count)}`,
  `insert into postings (person_id, role, title, area_id, from_at) select ${person(kind, 'g')}, '${role}', '${title}', ${area}, ${since} from ${each(count)}`,
  `insert into permits (person_id, template, "left") select ${person(kind, 'g')}, t, 1000000 from ${each(count)}, unnest(array['task', 'overdue']) t`,
]

/**
 * One township of 120 grids with its staff, whom WeChat reaches, residents with sessions, and open reports whose deadline has passed,
 * each filed in the history.
 */
export const fillOverdue = async (url: string, reports: number): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const above = `'/d001/t001/' || ${community} || '/'`
  const id = person('report', 'i')
  const of = `(select i, i % ${grids} + 1 as g, i % ${residents} + 1 as r, now() - interval '2 days' + i * interval '1 ms' as at from generate_series(1, ${reports}) i) m`
  const statements = [
    `insert into areas (id, level, name, path) values ('d001', 'district', '云溪区', '/d001/')`,
    `insert into areas (id, level, name, parent_id, path) values ('t001', 'township', '青禾镇', 'd001', '/d001/t001/')`,
    `insert into areas (id, level, name, parent_id, path) select distinct ${community}, 'community', '柳塘村', 't001', ${above} from ${each(grids)}`,
    `insert into areas (id, level, name, parent_id, path) select ${grid}, 'grid', '第' || g || '网格', ${community}, ${above} || ${grid} || '/' from ${each(grids)}`,
    `insert into areas (id, level, name, parent_id, path) select ${building}, 'building', '1号楼', ${grid}, ${above} || ${grid} || '/' || ${building} || '/' from ${each(grids)}`,
    ...staff('worker', 'worker', '网格员', grid, grids),
    ...staff('lead', 'lead', '网格长', code('c', 'g'), grids / 5),
    ...staff('officer', 'officer', '网格办', `'t001'`, 1),
    ...staff('supervisor', 'supervisor', '区级督办', `'d001'`, 1),
    `insert into people (id, openid, name, created_at) select ${person('resident', 'g')}, 'resident-' || g, '', ${since} from ${each(residents)}`,
    `insert into sessions select encode(sha256(('bench-clock-' || lpad(g::text, 8, '0'))::bytea), 'hex'), ${person('resident', 'g')}, ${since}, now() + interval '1 year' from ${each(residents)}`,
    `insert into reports (id, number, reporter_id, input_hash, words, kind, urgency, urgency_rule, state, level, owner_id, grid_id, community_id,
      township_id, district_id, building_id, place, accept_by, resolve_by, due_at, due_for, seq, created_at, updated_at)
    select ${id}, '2411' || i, ${person('resident', 'r')}, repeat('ab', 32), '楼道的水管在漏水', 'water', 'normal', '一般', 'filed', 'grid', ${person('worker', 'g')},
      ${grid}, ${community}, 't001', 'd001', ${building}, '柳塘村 1号楼', at + interval '30 minutes', at + interval '1 day', at + interval '30 minutes', 'accept', 0, at, at from ${of}`,
    `insert into report_events (id, report_id, seq, event, state, level, owner_id, grid_id, actor_id, actor, input_hash, due_at, at)
    select ${id}, ${id}, 0, 'file', 'filed', 'grid', ${person('worker', 'g')}, ${grid}, ${person('resident', 'r')}, '居民', repeat('ab', 32), at + interval '30 minutes', at from ${of}`,
    `insert into report_followers (person_id, report_id, at) select ${person('resident', 'r')}, ${id}, at from ${of}`,
    'vacuum analyze',
    'checkpoint',
  ]
  for (const it of statements) await sql.unsafe(it)
  await sql.end()
}

/** Workers who have not answered: ladders whose rung is over, most of which turn to the level above. */
export const fillLadders = async (url: string, count: number): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(
    `insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, template, kind, fill, urgent, state, due_at, created_at, sent_at, audience, rung, rung_at)
    select gen_random_uuid(), ${person('report', 'g')}, ${code('g', `g % ${grids} + 1`)}, ${person('worker', `g % ${grids} + 1`)}, 'inbox', 'task', 'report-new',
      jsonb_build_object('number', '2411' || g, 'kind', '漏水堵水', 'place', '柳塘村 1号楼'), g % 5 = 0, 'sent', at, at, at, 'worker', 1, at
    from ${each(count)} cross join lateral (select now() - interval '3 hours' + g * interval '1 ms' as at) t`,
  )
  await sql.unsafe('analyze alerts')
  await sql.end()
}
