import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { nextState } from '@huiyin/shared/matters/offered.ts'
import { type ReportAction, reportLife } from '@huiyin/shared/reports/report-life.ts'
import type { ReportState } from '@huiyin/shared/reports/report-states.ts'
import { sql } from 'drizzle-orm'

type Step = { report_id: string; seq: number; event: ReportAction | 'file'; state: ReportState }

/**
 * Looks through the whole database for what must never be: a matter without owner or clock, a history with gaps or an
 * impossible step, an alert doubled or missing, a closing without evidence. Answers what it found, nothing when all is well.
 */
export const brokenInvariants = async (db: Db): Promise<string[]> => {
  const found: string[] = []
  const count = async (what: string, rows: ReturnType<typeof sql>) => {
    const [row] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from (${rows}) t`)
    if (row && row.n > 0) found.push(`${row.n} × ${what}`)
  }
  await count(
    'open matter without one owner or one next deadline',
    sql`
    select from reports where state not in ('closed', 'withdrawn') and (owner_id is null or due_at is null or due_for is null)`,
  )
  await count(
    'closed matter whose clock still runs',
    sql`
    select from reports where state in ('closed', 'withdrawn') and due_at is not null`,
  )
  await count(
    'history with a gap',
    sql`
    select report_id from report_events group by report_id having count(*) <> max(seq) + 1 or min(seq) <> 0`,
  )
  await count(
    'row that does not stand where its history ends',
    sql`
    select from reports r where not exists (
      select from report_events e where e.report_id = r.id and e.seq = r.seq and e.state = r.state and e.level = r.level
        and e.owner_id = r.owner_id and e.due_at is not distinct from r.due_at)`,
  )
  await count('promise that moved', sql`select from reports where resolve_by < created_at`)
  await count(
    'supervision that the clock has forgotten',
    sql`
    select from reports where state in ('filed', 'returned', 'reopened', 'accepted', 'working', 'dispatched')
      and supervise_by is not null and not supervise_missed and due_at > supervise_by`,
  )
  await count(
    'closed without its moment, or asked about though it is open',
    sql`
    select from reports where (state = 'closed') <> (closed_at is not null) or (state <> 'closed' and (ask_at is not null or asked_at is not null))`,
  )
  await count(
    'visit of a matter that is not closed, or with a result that no step tells',
    sql`
    select from visits v where (v.done_at is null and not exists (select from reports r where r.id = v.report_id and r.state = 'closed'))
      or (v.done_at is not null and not exists (select from report_events e where e.id = v.event_id and e.event = 'visit'))`,
  )
  await count(
    'question asked twice after one closing',
    sql`
    select from report_events e where e.event = 'ask' group by e.report_id, (
      select max(c.seq) from report_events c where c.report_id = e.report_id and c.seq < e.seq and c.event in ('confirm', 'lapse'))
    having count(*) > 2`,
  )
  await count(
    'resolved without words, or without a stored photo and a reason for it',
    sql`
    select from report_events e where e.event = 'resolve' and (e.words is null or not exists (
      select from report_photos rp join photos p on p.id = rp.photo_id
      where rp.report_id = e.report_id and rp.seq = e.seq and p.state = 'stored')
      and not exists (select from report_unseen u where u.event_id = e.id))`,
  )
  await count(
    'alert doubled',
    sql`
    select from alerts group by event_id, recipient_id, channel having count(*) > 1`,
  )
  await count(
    'alert of a step that never was',
    sql`
    select from alerts a where a.kind not like '%question%' and a.kind not like '%booking%' and a.kind <> 'task-late-digest' and not exists (select from report_events e where e.id = a.event_id)
      and not exists (select from publication_events e where e.id = a.event_id)`,
  )
  await count(
    'filed report whose owner was not told',
    sql`
    select from report_events e where e.event = 'file' and not exists (
      select from alerts a where a.event_id = e.id and a.channel = 'inbox' and a.kind in ('report-new', 'report-unclaimed'))`,
  )
  await count(
    'follower who did not hear of the solution',
    sql`
    select from report_events e join report_followers f on f.report_id = e.report_id and f.at < e.at
    where e.event = 'resolve' and f.person_id <> e.actor_id and not exists (
      select from alerts a where a.event_id = e.id and a.recipient_id = f.person_id and a.channel = 'inbox')`,
  )
  return [...found, ...(await impossibleSteps(db))]
}

const impossibleSteps = async (db: Db): Promise<string[]> => {
  const steps = await rowsOf<Step>(
    db,
    sql`select report_id, seq, event, state from report_events order by report_id, seq`,
  )
  return steps.flatMap((step, i) => {
    const before = steps[i - 1]
    if (step.seq === 0) return step.event === 'file' && step.state === 'filed' ? [] : [`first step ${step.event}`]
    const allowed = before && step.event !== 'file' && nextState(reportLife, before.state, step.event)
    return allowed === step.state ? [] : [`${before?.state} --${step.event}--> ${step.state}`]
  })
}
