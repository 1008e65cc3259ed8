import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, moment } from '../core/values.ts'

export type WordCheck = { eventId: string; openid: string | null; words: string; tries: number }

/** Takes words that wait for the platform's check; each is given out again after a minute unless settled. */
export const takeWordChecks = (db: Db, now: Date, limit: number): Promise<WordCheck[]> =>
  rowsOf<WordCheck>(
    db,
    sql`
    with taken as (
      update word_checks set tries = tries + 1, due_at = ${moment(now)} + interval '60 seconds'
      where event_id in (select event_id from word_checks where verdict = 'pending' and due_at <= ${moment(now)} order by due_at ${atMost(limit)} for update skip locked)
      returning event_id, tries
    )
    select t.event_id as "eventId", t.tries, p.openid, coalesce(e.words, r.words, '') as words
    from taken t join report_events e on e.id = t.event_id join reports r on r.id = e.report_id join people p on p.id = e.actor_id`,
  )

export const markWordsChecked = async (
  db: Db,
  eventId: string,
  verdict: 'pass' | 'review' | 'risky',
  code: string | null,
) => {
  await rowsOf(db, sql`update word_checks set verdict = ${verdict}, code = ${code} where event_id = ${eventId}::uuid`)
}
