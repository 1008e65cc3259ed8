import type { AdviserChoice } from '@huiyin/shared/questions/adviser-desk.ts'
import { asc, eq, sql } from 'drizzle-orm'
import { type Db, jsonRowsOf, rowsOf } from '../core/client.ts'
import { heldAt, moment } from '../core/values.ts'
import { paragraphs } from './along-tables.ts'

/** The advisers of a township with their villages, and how many each has in hand. */
export const listAdvisers = (db: Db, townshipId: string, now: Date): Promise<AdviserChoice[]> =>
  jsonRowsOf(
    db,
    sql`select pe.id, min(p.title) as title, pe.name, min(u.name) as firm, json_agg(a.name order by p.rank, a.name) as villages,
      (select count(*)::int from questions q where q.holder_id = pe.id and q.state = 'claimed') as holding
    from areas a join postings p on p.area_id = a.id and p.role = 'adviser' and ${heldAt(now)} join people pe on pe.id = p.person_id left join units u on u.id = p.unit_id
    where a.parent_id = ${townshipId} group by pe.id, pe.name order by pe.name`,
  )

type Figures = {
  answered: number
  medianMinutes: number | null
  ratings: { good: number; fair: number; poor: number } | null
}

/** An adviser's own figures; ratings that are older than `ratedBefore`, in whole groups of `least`: one more shows no single one. */
export const getFigures = async (db: Db, personId: string, ratedBefore: Date, least: number): Promise<Figures> => {
  const [row] = await rowsOf<Figures>(
    db,
    sql`select
      (select count(*)::int from question_events e where e.actor_id = ${personId}::uuid and e.event = 'answer') as answered,
      (select round(percentile_cont(0.5) within group (order by extract(epoch from e.at - q.created_at) / 60))::int
        from question_events e join questions q on q.id = e.question_id and q.first_answered_at = e.at
        where e.actor_id = ${personId}::uuid and e.event = 'answer') as "medianMinutes",
      (select json_build_object('good', count(*) filter (where rating = 'good'), 'fair', count(*) filter (where rating = 'fair'), 'poor', count(*) filter (where rating = 'poor'))
        from (select rating from (select rating, row_number() over (order by at, question_id) as n, count(*) over () as total from question_ratings
          where adviser_id = ${personId}::uuid and at < ${moment(ratedBefore)}) r where n <= total / ${least}::int * ${least}::int) whole
        having count(*) > 0) as ratings`,
  )
  return row ?? { answered: 0, medianMinutes: null, ratings: null }
}

export const listParagraphs = (db: Db, ownerId: string) =>
  db
    .select({ id: paragraphs.id, title: paragraphs.title, words: paragraphs.words })
    .from(paragraphs)
    .where(eq(paragraphs.ownerId, ownerId))
    .orderBy(asc(paragraphs.position))

export const replaceParagraphs = async (
  db: Db,
  ownerId: string,
  items: readonly { id: string; title: string; words: string }[],
): Promise<void> => {
  await db.transaction(async tx => {
    await tx.delete(paragraphs).where(eq(paragraphs.ownerId, ownerId))
    if (items.length > 0)
      await tx.insert(paragraphs).values(items.map((item, position) => ({ ...item, ownerId, position })))
  })
}
