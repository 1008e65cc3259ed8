import postgres from 'postgres'

export type Town = { reports: number; grids: number }

const buildingsPerGrid = 10
const residentsPerBuilding = 20
const openPerGrid = 12

/** Codes and tokens of the n-th (from 1) of a kind, as `fillTown` writes them. */
export const gridCode = (n: number) => `g${String(n).padStart(6, '0')}`
export const buildingCode = (n: number) => `b${String(n).padStart(7, '0')}`
export const tokenOf = (kind: 'worker' | 'resident', n: number) => `bench-${kind}-${String(n).padStart(8, '0')}`
export const buildingsOf = ({ grids }: Pick<Town, 'grids'>) => grids * buildingsPerGrid
export const residentsOf = (town: Pick<Town, 'grids'>) => buildingsOf(town) * residentsPerBuilding
/** The building where the n-th resident lives. */
export const homeOf = (resident: number) => Math.ceil(resident / residentsPerBuilding)
/** Where a building stands, gcj02. */
export const spotOf = (building: number) => {
  const grid = Math.ceil(building / buildingsPerGrid) - 1
  const [column, row] = [grid % 40, Math.floor(grid / 40)]
  const place = (building - 1) % buildingsPerGrid
  return { lng: 117 + column * 0.004 + place * 0.0003 + 0.0005, lat: 31 + row * 0.004 + 0.002 }
}

/**
 * Fills a migrated, empty database: townships of 120 grids, a worker for each grid, residents with sessions, and two years
 * of reports with photos, first steps, followers and inbox alerts. However long the history, each grid has the same number of
 * open matters and its worker as many unread alerts.
 */
export const fillTown = async (url: string, town: Town): Promise<void> => {
  const sql = postgres(url, { max: 2, onnotice: () => {} })
  const run = (statements: readonly string[]) => Promise.all(statements.map(it => sql.unsafe(it)))
  const settings = ['fsync = off', 'full_page_writes = off', "max_wal_size = '8GB'", "maintenance_work_mem = '512MB'"]
  for (const it of settings) await run([`alter system set ${it}`])
  await run(['select pg_reload_conf()'])
  const rebuild = await stripTables(sql)
  for (const it of peopleOf(town)) await run([it])
  await run(mattersOf(town))
  await run(rebuild.indexes)
  for (const it of rebuild.constraints) await run([it])
  await run(['alter system reset all'])
  await run(['select pg_reload_conf()', 'vacuum analyze'])
  await run(['checkpoint'])
  await sql.end()
}

/** Drops keys and indexes and says how to build them again: five million rows then take minutes. */
const stripTables = async (sql: postgres.Sql): Promise<{ indexes: string[]; constraints: string[] }> => {
  const constraints = await sql<{ kind: string; name: string; owner: string; definition: string }[]>`
    select contype as kind, conname as name, conrelid::regclass::text as owner, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'p', 'u', 'x') order by contype = 'f' desc`
  for (const { owner, name } of constraints) await sql.unsafe(`alter table ${owner} drop constraint "${name}"`)
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public'`
  for (const { name } of indexes) await sql.unsafe(`drop index "${name}"`)
  return {
    indexes: indexes.map(it => it.definition),
    // The rows are known to fit; new ones are checked all the same.
    constraints: constraints
      .toReversed()
      .map(
        it =>
          `alter table ${it.owner} add constraint "${it.name}" ${it.definition}${it.kind === 'f' ? ' not valid' : ''}`,
      ),
  }
}

const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`
const code = (letter: string, n: string, digits: number) => `'${letter}' || lpad((${n})::text, ${digits}, '0')`
const since = `timestamptz '2024-01-01'`

const peopleOf = ({ grids }: Town): string[] => {
  const community = code('c', '(g - 1) / 5 + 1', 5)
  const township = code('t', '(g - 1) / 120 + 1', 3)
  const above = `'/d001/' || ${township} || '/' || ${community} || '/'`
  const grid = code('g', 'g', 6)
  const building = code('b', 'b', 7)
  const spot = `point(117 + ((g - 1) % 40) * 0.004 + ((b - 1) % ${buildingsPerGrid}) * 0.0003 + 0.0005, 31 + ((g - 1) / 40) * 0.004 + 0.002)`
  const buildings = `(select b, (b - 1) / ${buildingsPerGrid} + 1 as g from generate_series(1, ${grids * buildingsPerGrid}) b) it`
  const residents = grids * buildingsPerGrid * residentsPerBuilding
  const people = (kind: string, openid: string, name: string, home: string, count: number) =>
    `insert into people (id, openid, name, home_id, created_at) select ${id(kind, 'n')}, '${openid}-' || n, '${name}', ${home}, ${since} from generate_series(1, ${count}) n`
  const sessions = (kind: string, count: number) =>
    `insert into sessions select encode(sha256(('bench-${kind}-' || lpad(n::text, 8, '0'))::bytea), 'hex'), ${id(kind, 'n')}, ${since}, now() + interval '1 year' from generate_series(1, ${count}) n`
  const posting = (kind: string, role: string, title: string, area: string, count: number) =>
    `insert into postings (person_id, role, title, area_id, from_at) select ${id(kind, 'n')}, '${role}', '${title}', ${area}, ${since} from generate_series(1, ${count}) n`
  return [
    `insert into areas (id, level, name, path) values ('d001', 'district', '云溪区', '/d001/')`,
    `insert into areas (id, level, name, parent_id, path) select distinct ${township}, 'township', '青禾镇', 'd001', '/d001/' || ${township} || '/' from generate_series(1, ${grids}) g`,
    `insert into areas (id, level, name, parent_id, path) select distinct ${community}, 'community', '柳塘村', ${township}, ${above} from generate_series(1, ${grids}) g`,
    `insert into areas (id, level, name, parent_id, path) select ${grid}, 'grid', '第' || g || '网格', ${community}, ${above} || ${grid} || '/' from generate_series(1, ${grids}) g`,
    `insert into areas (id, level, name, parent_id, path, center_gcj02) select ${building}, 'building', b % ${buildingsPerGrid} + 1 || '号楼', ${grid}, ${above} || ${grid} || '/' || ${building} || '/', ${spot} from ${buildings}`,
    people('worker', 'worker', '李秀兰', 'null', grids),
    people('lead', 'lead', '赵明', 'null', Math.ceil(grids / 5)),
    people('officer', 'officer', '郑海', 'null', Math.ceil(grids / 120)),
    people('resident', 'resident', '', code('b', `(n - 1) / ${residentsPerBuilding} + 1`, 7), residents),
    posting('worker', 'worker', '网格员', code('g', 'n', 6), grids),
    posting('lead', 'lead', '网格长', code('c', 'n', 5), Math.ceil(grids / 5)),
    posting('officer', 'officer', '网格办', code('t', 'n', 3), Math.ceil(grids / 120)),
    sessions('worker', grids),
    sessions('resident', residents),
  ]
}

const mattersOf = ({ reports, grids }: Town): string[] => {
  const buildings = grids * buildingsPerGrid
  // 7919 is prime to the number of buildings: neighbours in time are neighbours nowhere else.
  const matters = `(select i, b, (b - 1) / ${buildingsPerGrid} + 1 as g, ${residentsPerBuilding} * (b - 1) + 1 + i / ${buildings} % ${residentsPerBuilding} as r,
      date_trunc('milliseconds', now() - make_interval(secs => (${reports} - i) * ${(730 * 86400) / reports})) as at, i > ${reports - openPerGrid * grids} as open
    from (select i, (i * 7919) % ${buildings} + 1 as b from generate_series(1::bigint, ${reports}) i) n) m`
  const state = `case when not open then 'closed' else (array['filed', 'accepted', 'working', 'resolved'])[i % 4 + 1] end`
  const report = id('report', 'i')
  const worker = id('worker', 'g')
  const resident = id('resident', 'r')
  const cover = `case when i % 5 < 3 then ${id('photo', 'i')} end`
  const due = `case when open then now() + make_interval(mins => (i % 5000)::int) end`
  const grid = code('g', 'g', 6)
  const spot = `point(117 + ((g - 1) % 40) * 0.004 + ((b - 1) % ${buildingsPerGrid}) * 0.0003 + 0.0005, 31 + ((g - 1) / 40) * 0.004 + 0.002)`
  const number = `to_char(at at time zone 'Asia/Shanghai', 'YYMMDD') || lpad(i::text, greatest(length(i::text), 5), '0')`
  const fill = `'{"number":"26112400001","kind":"漏水堵水","place":"柳塘村 3号楼","level":"网格"}'::jsonb`
  return [
    `insert into reports (id, number, reporter_id, input_hash, words, kind, urgency, urgency_rule, state, level, owner_id, grid_id, community_id,
      township_id, district_id, building_id, place, spot_gcj02, spot_wgs84, accept_by, resolve_by, due_at, due_for, seq, cover_id, created_at, updated_at)
    select ${report}, ${number}, ${resident}, repeat('ab', 32), '三单元楼道的水管在漏水，地面很滑，老人走路不安全，请尽快来看看。', 'water', 'normal', '一般', ${state}, 'grid', ${worker},
      ${grid}, ${code('c', '(g - 1) / 5 + 1', 5)}, ${code('t', '(g - 1) / 120 + 1', 3)}, 'd001', ${code('b', 'b', 7)}, '柳塘村 ' || b || '号楼', ${spot}, ${spot},
      at + interval '30 minutes', at + interval '1 day', ${due}, case when open then 'resolve' end, 0, ${cover}, at, at from ${matters}`,
    `insert into photos (id, owner_id, state, storage_key, source_hash, full_hash, thumb_hash, width, height, bytes, created_at, stored_at)
    select ${id('photo', 'i')}, ${resident}, 'stored', repeat('k', 43), repeat('ab', 32), repeat('cd', 32), repeat('ef', 32), 1600, 1200, 300000, at, at from ${matters} where i % 5 < 3`,
    `insert into report_photos select ${id('photo', 'i')}, ${resident}, ${report}, 0, 1 from ${matters} where i % 5 < 3`,
    `insert into report_events (id, report_id, seq, event, state, level, owner_id, grid_id, actor_id, actor, input_hash, at)
    select ${report}, ${report}, 0, 'file', 'filed', 'grid', ${worker}, ${grid}, ${resident}, '居民', repeat('ab', 32), at from ${matters}`,
    `insert into report_followers (person_id, report_id, at) select ${resident}, ${report}, at from ${matters}`,
    `insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at, sent_at, read_at)
    select ${report}, ${report}, ${grid}, it.person, 'inbox', it.kind, ${fill}, false, 'sent', at, at, at, case when not open then at end
    from ${matters} cross join lateral (values (${worker}, 'report-new'), (${resident}, 'report-received')) as it(person, kind)`,
    `insert into word_checks (event_id, verdict, tries, due_at) select ${report}, 'pass', 1, at from ${matters}`,
    `select setval('report_numbers', ${reports})`,
  ]
}
