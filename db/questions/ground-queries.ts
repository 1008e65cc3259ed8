import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { heldAt } from '../core/values.ts'
import { daysAround } from '../grids/calendar-queries.ts'
import type { Deadline } from '../grids/queries.ts'

/** One who may answer; `areaId` is the village that he advises, or the township of the justice office. */
export type Counsel = {
  personId: string
  name: string
  title: string
  areaId: string
  unitId: string | null
  firm: string | null
}

/** All that asking and moving need to know of a village: who may answer there, and which clocks run. */
export type QuestionGround = {
  community: { id: string; name: string }
  /** Nobody asks there any more; what was asked before is answered all the same. */
  retired: boolean
  townshipId: string
  /** Of the whole township, those of this village first, lowest rank first. */
  advisers: Counsel[]
  justice: Counsel[]
  deadlines: Deadline[]
  daysOff: { day: string; working: boolean }[]
  /** The last change of these days. */
  calendarSeq: number
}

type GroundRow = Omit<QuestionGround, 'community' | 'advisers' | 'justice' | 'daysOff'> & {
  id: string
  name: string
  holders: (Counsel & { role: 'adviser' | 'justice' })[] | null
  days: QuestionGround['daysOff'] | null
}

/** Undefined when there is no such village. One statement. */
export const findQuestionGround = async (
  db: Db,
  communityId: string,
  now: Date,
): Promise<QuestionGround | undefined> => {
  const [row] = await rowsOf<GroundRow>(
    db,
    sql`
    with here as materialized (
      select id, name, retired, split_part(path, '/', 3) as township
      from areas where id = ${communityId} and level = 'community'
    )
    select here.id, here.name, here.retired, here.township as "townshipId",
      (select json_agg(json_build_object('role', p.role, 'personId', p.person_id, 'name', pe.name, 'title', p.title, 'areaId', p.area_id,
          'unitId', p.unit_id, 'firm', u.name) order by (p.area_id = here.id) desc, p.rank, p.id)
        from areas a join postings p on p.area_id = a.id join people pe on pe.id = p.person_id left join units u on u.id = p.unit_id
        where (a.parent_id = here.township and p.role = 'adviser' or a.id = here.township and p.role = 'justice') and ${heldAt(now)}) as holders,
      (select json_agg(json_build_object('subject', d.urgency, 'stage', d.stage, 'minutes', d.minutes, 'clock', d.clock, 'scope', d.scope))
        from deadlines d where d.scope in ('*', here.township)) as deadlines,
      ${daysAround(now)}
    from here`,
  )
  if (!row) return undefined
  const of = (wanted: 'adviser' | 'justice'): Counsel[] =>
    (row.holders ?? []).filter(it => it.role === wanted).map(({ role: _, ...counsel }) => counsel)
  return {
    community: { id: row.id, name: row.name },
    townshipId: row.townshipId,
    retired: row.retired,
    advisers: of('adviser'),
    justice: of('justice'),
    deadlines: row.deadlines,
    daysOff: row.days ?? [],
    calendarSeq: row.calendarSeq,
  }
}
