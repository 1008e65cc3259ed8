import { callingKinds } from '@huiyin/shared/alerts/alert-kind.ts'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, atMost, moment, toDate } from '../core/values.ts'
import { alerts } from './tables.ts'

export type MessageRow = Pick<
  typeof alerts.$inferSelect,
  'id' | 'matterId' | 'kind' | 'fill' | 'urgent' | 'createdAt' | 'readAt'
>

/** The newest message of a matter: how many more there are of it, and how many of all are unread; each counted up to 100. */
export type InboxRow = MessageRow & { more: number; unread: number }

type Times = { createdAt: string; readAt: string | null }
type Raw<R extends MessageRow> = Omit<R, keyof Times> & Times

const times = ({ createdAt, readAt }: Times) => ({
  createdAt: toDate(createdAt),
  readAt: readAt === null ? null : toDate(readAt),
})

const columns = sql`a.id, a.matter_id as "matterId", a.kind, a.fill, a.urgent, a.created_at as "createdAt", a.read_at as "readAt"`
const newestFirst = sql`order by a.created_at desc nulls first, a.id desc nulls first`

type Before = [Date, string] | undefined
const olderThan = (before: Before): SQL =>
  before ? sql`and (a.created_at, a.id) < (${moment(before[0])}, ${before[1]}::uuid)` : sql``

/** One page of messages, of one matter or of all, newest first. `before` is [created_at, id] of the last row seen. */
export const listMessages = async (
  db: Db,
  personId: string,
  matterId: string | undefined,
  limit: number,
  before: Before,
): Promise<MessageRow[]> => {
  const ofMatter = matterId ? sql`and a.matter_id = ${matterId}::uuid` : sql``
  const rows = await rowsOf<Raw<MessageRow>>(
    db,
    sql`select ${columns} from alerts a where a.recipient_id = ${personId}::uuid and a.channel = 'inbox' ${ofMatter} ${olderThan(before)}
    ${newestFirst} ${atMost(limit)}`,
  )
  return rows.map(row => ({ ...row, ...times(row) }))
}

/**
 * One page of matters by their newest message. A matter stands where its newest is: one that comes while somebody reads on takes all
 * of it to the first page, and no page shows a matter twice. `offset 0`: asked of each row in turn, never of the whole inbox at once.
 */
export const listInbox = async (db: Db, personId: string, limit: number, before: Before): Promise<InboxRow[]> => {
  const rows = await rowsOf<Raw<InboxRow>>(
    db,
    sql`select ${columns}, g.more, g.unread from alerts a cross join lateral (
      select count(*)::int - 1 as more, count(*) filter (where o.read_at is null)::int as unread from (
        select read_at from alerts where recipient_id = a.recipient_id and matter_id = a.matter_id and channel = 'inbox' limit 100) o
    ) g where a.recipient_id = ${personId}::uuid and a.channel = 'inbox' ${olderThan(before)}
    and not exists (select from alerts n where n.recipient_id = a.recipient_id and n.matter_id = a.matter_id and n.channel = 'inbox'
      and (n.created_at, n.id) > (a.created_at, a.id) offset 0)
    ${newestFirst} ${atMost(limit)}`,
  )
  return rows.map(row => ({ ...row, ...times(row) }))
}

/** Unread inbox rows, counted up to 100. */
export const countUnread = async (db: Db, personId: string): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from (
      select from alerts where recipient_id = ${personId}::uuid and channel = 'inbox' and read_at is null limit 100) some_rows`,
  )
  return row?.n ?? 0
}

/** Which of one's own rows: these, those of a matter, or all. */
export type ReadWhich = { ids?: string[] | undefined; matterId?: string | undefined }

/**
 * Marks one's own rows as read. That is the acknowledgement: the ladder of the event ends, for oneself and, where staff
 * has read it, for all staff who were told of it. Whoever was called himself need not be telephoned any more.
 */
export const markRead = async (db: Db, personId: string, { ids, matterId }: ReadWhich, now: Date): Promise<void> => {
  const mine = and(
    eq(alerts.recipientId, personId),
    sql`channel = 'inbox' and read_at is null`,
    ids && inArray(alerts.id, ids),
    matterId === undefined ? undefined : eq(alerts.matterId, matterId),
  )
  await rowsOf(
    db,
    sql`
    with mine as (select id, event_id, audience, kind from ${alerts} where ${mine}),
    calls as (update alerts a set state = 'failed', code = 'withdrawn' from mine m where a.event_id = m.event_id and a.channel = 'phone' and a.state = 'waiting'
      and m.kind in ${anyOf(callingKinds())}),
    others as (update alerts a set rung_at = null from mine m where a.event_id = m.event_id and a.id <> m.id and a.rung_at is not null
      and m.audience <> 'resident' and a.audience <> 'resident')
    update alerts a set read_at = ${moment(now)}, rung_at = null from mine m where a.id = m.id`,
  )
}
