import type { Point } from '@huiyin/shared/core/fields.ts'
import type { Role } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Area, AreaLevel, Place } from '@huiyin/shared/grids/area.ts'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { heldAt } from '../core/values.ts'
import { daysAround } from './calendar-queries.ts'
import { areas, deadlines } from './tables.ts'

/** Areas right below `parent` (the districts without one), by name. Short lists: a township has some dozens. */
export const listAreas = async (db: Db, parent: string | undefined): Promise<Area[]> => {
  const rows = await db
    .select()
    .from(areas)
    .where(and(parent ? eq(areas.parentId, parent) : isNull(areas.parentId), eq(areas.retired, false)))
    .orderBy(sql`length(${areas.name})`, asc(areas.name))
  return rows.map(toArea)
}

export const toArea = ({ id, level, name, parentId, centerGcj02 }: typeof areas.$inferSelect): Area => ({
  ...{ id, level, name, parentId },
  center: centerGcj02 && { lng: centerGcj02.x, lat: centerGcj02.y },
})

/** One duty over an area, lowest rank first in its area. */
export type Holder = { personId: string; name: string; title: string; role: Role; areaId: string }

export type Deadline = { subject: string; stage: string; minutes: number; clock: string; scope: string }

/** All that filing and moving need to know of a place: the areas above it, who answers there, which clocks run. */
export type Ground = {
  areas: Record<AreaLevel, { id: string; name: string } | undefined>
  /** Centre of the area asked for, gcj02. */
  center: Point | null
  holders: Holder[]
  deadlines: Deadline[]
  daysOff: { day: string; working: boolean }[]
  /** The last change of these days. */
  calendarSeq: number
  /** Years whose days the administrator has entered whole. */
  yearsEntered: string[]
}

type GroundRow = {
  areas: { id: string; level: AreaLevel; name: string }[]
  center: [number, number] | null
  holders: Holder[] | null
  deadlines: Deadline[]
  days: { day: string; working: boolean }[] | null
  calendarSeq: number
  years: string[] | null
}

/** Ground of a building, a grid or a village by its id, with those on duty now; undefined when there is none or it is retired. One statement. */
export const findGround = async (db: Db, areaId: string, now: Date): Promise<Ground | undefined> => {
  const [row] = await rowsOf<GroundRow>(
    db,
    sql`
    with here as materialized (
      select id, center_gcj02, string_to_array(trim(both '/' from path), '/') as ids
      from areas where id = ${areaId} and level in ('building', 'grid', 'community') and not retired
    )
    select
      (select json_agg(json_build_object('id', a.id, 'level', a.level, 'name', a.name)) from areas a where a.id = any(here.ids)) as areas,
      case when here.center_gcj02 is null then null
        else json_build_array(here.center_gcj02[0], here.center_gcj02[1]) end as center,
      (select json_agg(json_build_object('personId', p.person_id, 'name', pe.name, 'title', p.title, 'role', p.role, 'areaId', p.area_id) order by p.rank, p.id)
        from postings p join people pe on pe.id = p.person_id
        where p.area_id = any(here.ids) and p.role in ('worker', 'lead', 'officer', 'supervisor') and ${heldAt(now)}) as holders,
      (select json_agg(json_build_object('subject', d.urgency, 'stage', d.stage, 'minutes', d.minutes, 'clock', d.clock, 'scope', d.scope))
        from deadlines d where d.scope = '*' or d.scope = any(here.ids)) as deadlines,
      ${daysAround(now)}, (select json_agg(y.year) from calendar_years y) as years
    from here`,
  )
  if (!row) return undefined
  const byLevel: Ground['areas'] = {
    district: undefined,
    township: undefined,
    community: undefined,
    grid: undefined,
    building: undefined,
  }
  for (const { level, id, name } of row.areas) byLevel[level] = { id, name }
  return {
    areas: byLevel,
    center: row.center && { lng: row.center[0], lat: row.center[1] },
    holders: row.holders ?? [],
    deadlines: row.deadlines,
    daysOff: row.days ?? [],
    calendarSeq: row.calendarSeq,
    yearsEntered: row.years ?? [],
  }
}

/** Grid of a spot (gcj02): the one whose boundary holds it, else the nearest within about 2 km. */
export const findGridAt = async (db: Db, { lng, lat }: Point): Promise<string | undefined> => {
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`
    with inside as (
      select id from areas
      where level = 'grid' and not retired and boundary_gcj02 @> polygon(box(point(${lng}::float8, ${lat}::float8), point(${lng}::float8, ${lat}::float8)))
      limit 1
    ), near as (
      select id, center_gcj02 <-> point(${lng}::float8, ${lat}::float8) as degrees from areas
      where level = 'grid' and not retired and center_gcj02 is not null
      order by center_gcj02 <-> point(${lng}::float8, ${lat}::float8) limit 1
    )
    select id from inside union all select id from near where degrees < 0.02 and not exists (select from inside)`,
  )
  return row?.id
}

/** Nearest building of a grid to a spot (gcj02), within about 150 m. */
export const findBuildingAt = async (db: Db, gridId: string, { lng, lat }: Point): Promise<string | undefined> => {
  const [row] = await rowsOf<{ id: string }>(
    db,
    sql`
    select id from (
      select id, center_gcj02 <-> point(${lng}::float8, ${lat}::float8) as degrees from areas
      where parent_id = ${gridId} and not retired and center_gcj02 is not null order by degrees limit 1
    ) nearest where degrees < 0.0015`,
  )
  return row?.id
}

/** 清水湾村 5号楼. A village alone is no place. */
export const toPlace = ({ areas: at }: Ground): Place => {
  const { grid, community, building } = at
  if (!grid || !community) return refuse('place-unknown')
  return {
    buildingId: building?.id ?? null,
    gridId: grid.id,
    gridName: grid.name,
    communityId: community.id,
    communityName: community.name,
    label: [community.name, building?.name ?? grid.name].join(' '),
  }
}

/** Adds areas (importing a township, and the demo). Existing ids stay as they are. */
export const insertAreas = async (db: Db, rows: (typeof areas.$inferInsert)[]): Promise<void> => {
  if (rows.length > 0) await db.insert(areas).values(rows).onConflictDoNothing()
}

/** Those of the ids that exist, retired ones too. */
export const listAreasById = (db: Db, ids: string[]): Promise<{ id: string; level: AreaLevel; path: string }[]> =>
  db.select({ id: areas.id, level: areas.level, path: areas.path }).from(areas).where(inArray(areas.id, ids))

/** Every deadline, those for everybody (`*`) first. A dozen rows for each township that has its own. */
export const listDeadlines = (db: Db): Promise<Deadline[]> =>
  db.select().from(deadlines).orderBy(asc(deadlines.scope), asc(deadlines.subject), asc(deadlines.minutes))
