import { type SQL, sql } from 'drizzle-orm'
import { type NewAlert, noFollowers, queuedAlerts } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { moment } from '../core/values.ts'
import type { ReportRow } from './queries.ts'
import { type NewReportStep, writtenReportStep } from './write-queries.ts'

/** One more statement part for `moveReport`: the rating that comes with a confirmation. */
export const ratingToo = (eventId: string, rating: string, words: string | null, now: Date): SQL => sql`, rated as (
      insert into report_ratings (event_id, report_id, rating, words, at) select ${eventId}::uuid, id, ${rating}, ${words}, ${moment(now)} from moved)`

/** One more statement part for `moveReport`: why the solution has no photo. */
export const unseenToo = (eventId: string, reason: string): SQL => sql`, unseen as (
      insert into report_unseen (event_id, report_id, reason) select ${eventId}::uuid, id, ${reason} from moved)`

/** One more statement part for `moveReport`: the neighbour who joins. */
export const followerToo = (personId: string, now: Date): SQL => sql`, joined as (
      insert into report_followers (person_id, report_id, at) select ${personId}::uuid, id, ${moment(now)} from moved on conflict do nothing returning report_id)
    , counted as (select count(*) from joined)`

type Draw = { lot: number; poor: boolean; dueAt: Date; notices: readonly NewAlert[]; eventId: string; now: Date }

/**
 * One more statement part for `moveReport`: the closing is drawn for a visit when it was rated badly, or when its lot (0–99)
 * falls below the township's share. Then `notices` go out.
 */
export const visitToo = ({ lot, poor, dueAt, notices, eventId, now }: Draw): SQL => sql`, drawn as (
      insert into visits (report_id, township_id, seq, due_at) select m.id, m.township_id, m.seq, ${moment(dueAt)} from moved m
      where ${poor}::boolean or ${lot}::int < coalesce((select percent from visit_shares where scope = m.township_id), (select percent from visit_shares where scope = '*'), 0)
      returning report_id
    ), told_drawn as (${queuedAlerts(notices, { eventId, actorId: null, now, done: sql`(select moved.* from moved join drawn on drawn.report_id = moved.id)`, followers: noFollowers() })})`

/** One more statement part for `moveReport`: nobody needs to ask about a closing that is none any more. */
export const visitsDropped = (): SQL => sql`, dropped as (
      delete from visits where report_id in (select id from moved) and done_at is null)`

export type TakingDown = { actorId: string; actor: string; state: string; now: Date }

/** What was published of a closing that did not hold is shown no longer. */
const publicationEnded = ({ actorId, actor, state, now }: TakingDown): SQL => sql`, taken_down as (
      update publications set state = ${state} where report_id in (select id from moved) and state <> ${state} returning id
    ), taken_down_step as (
      insert into publication_events (id, publication_id, event, state, actor_id, actor, input_hash, at)
      select gen_random_uuid(), id, 'unpublish', ${state}, ${actorId}::uuid, ${actor}, '', ${moment(now)} from taken_down)`

/**
 * `move`, with the end of what was published as one more statement part of `moveReport`. Whoever publishes at this moment is waited for
 * first: one statement would look for his publication as things stood before it waited.
 */
export const afterPublishing = (
  db: Db,
  reportId: string,
  down: TakingDown,
  move: (db: Db, part: SQL) => Promise<boolean>,
): Promise<boolean> =>
  db.transaction(async tx => {
    await rowsOf(tx, sql`select from reports where id = ${reportId}::uuid for update`)
    return move(tx, publicationEnded(down))
  })

/** One more statement part for `moveReport`: what the visit heard, and which step of the history says so. */
export const visitDone = (visitId: string, eventId: string, result: string, now: Date): SQL => sql`, visited as (
      update visits set result = ${result}, event_id = ${eventId}::uuid, done_at = ${moment(now)}
      where id = ${visitId}::uuid and done_at is null and exists (select from moved))`

/**
 * One more statement part for `moveReport`: the step before the one that is written, as the matter stood until now. `ready`
 * is `moved` once that step stands: the next one seals it.
 */
export const stepBefore = (before: ReportRow, step: NewReportStep, now: Date): SQL => sql`, before as (
      select id, seq - 1 as seq, ${before.state} as state, ${before.level} as level, ${before.ownerId}::uuid as owner_id,
        ${before.gridId} as grid_id, ${moment(before.dueAt)} as due_at from moved
    ), stepped_before as (${writtenReportStep(step, now, sql`before`)} returning id
    ), ready as (select * from moved where exists (select from stepped_before))`

/**
 * One more statement part for `insertReport`: the closing before it did not last. Only the first to come again counts, unless
 * that one was taken back.
 */
export const recurredToo = (
  old: ReportRow,
  id: string,
  step: NewReportStep,
  notices: readonly NewAlert[],
  now: Date,
): SQL => sql`, again as (
      update reports set recurred_id = ${id}::uuid, false_fix_at = ${moment(now)}, seq = seq + 1, updated_at = ${moment(now)}
      where id = ${old.id}::uuid and seq = ${old.seq}::int and exists (select from filed)
        and (recurred_id is null or exists (select from reports w where w.id = reports.recurred_id and w.state = 'withdrawn'))
      returning id, number, seq, state, level, owner_id, grid_id, grid_id as area_id, due_at
    ), stepped_again as (${writtenReportStep(step, now, sql`again`)}
    ), told_again as (${queuedAlerts(notices, { eventId: step.id, actorId: null, now, done: sql`again`, followers: noFollowers() })})`
