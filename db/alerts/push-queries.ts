import { lt, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { hurriedLadder } from './ladder-queries.ts'
import { permitAccepts, pushEvents } from './tables.ts'

/** The natural key of a message's result; the number of the message is behind the blank. */
export const resultKey = (msgid: string): string => `subscribe_msg_sent_event ${msgid}`

/** Notes a pushed event. False when it is known; a repeat at the same moment waits for what becomes of the first. */
export const insertPush = async (db: Db, key: string, at: Date): Promise<boolean> => {
  const rows = await db.insert(pushEvents).values({ key, at }).onConflictDoNothing().returning({ key: pushEvents.key })
  return rows.length > 0
}

/** The message with this number failed at the platform after it was taken: the ladder goes on. Without its alert the reason is kept. */
export const markRefusedByMsgid = async (db: Db, msgid: string, code: string, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with failed as (
      update alerts set state = 'failed', code = ${code} where msgid = ${msgid} and state = 'sent' returning event_id, recipient_id
    ), hurried as (${hurriedLadder(sql`failed`, now)})
    update push_events set code = ${code} where key = ${resultKey(msgid)} and not exists (select from failed)`,
  )
}

/** Failures that were told before the number of their message was written down. */
export const settleFailures = async (db: Db, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`
    with failed as (
      update alerts a set state = 'failed', code = e.code from push_events e
      where e.code is not null and a.msgid = split_part(e.key, ' ', 2) and a.state = 'sent' returning e.key, a.event_id, a.recipient_id
    ), hurried as (${hurriedLadder(sql`failed`, now)})
    update push_events set code = null where key in (select key from failed)`,
  )
}

/** Forgets what was pushed before `before`. */
export const deleteOldPushes = async (db: Db, before: Date): Promise<void> => {
  await db.delete(pushEvents).where(lt(pushEvents.at, before))
  await db.delete(permitAccepts).where(lt(permitAccepts.at, before))
}
