import { talkedStates } from '@huiyin/shared/consultations/booking-states.ts'
import { sql } from 'drizzle-orm'
import { type NewAlert, tellOf } from '../alerts/queries.ts'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, atMost } from '../core/values.ts'
import { untoldLostFiles } from '../matters/lost-file-queries.ts'

/** Papers of one booking that one person announced and that will not come any more; `fileId` stands for all that were given up together. */
export type LostFiles = { fileId: string; bookingId: string; ownerId: string }

/** Those of bookings to which another can still be attached. */
export const listLostFiles = (db: Db, since: Date, limit: number): Promise<LostFiles[]> =>
  rowsOf(
    db,
    sql`
    select l.file_id as "fileId", b.id as "bookingId", l.owner_id as "ownerId"
    from ${untoldLostFiles(since)} l join bookings b on b.id = l.matter_id where b.state in ${anyOf(talkedStates)} ${atMost(limit)}`,
  )

/** Alerts about a booking that belong to no step of its history. Once for each event id. */
export const tellOfBooking = (db: Db, id: string, notices: readonly NewAlert[], eventId: string, now: Date) =>
  tellOf(
    db,
    sql`select b.id, b.number, a.community_id as area_id from bookings b join appointments a on a.id = b.appointment_id where b.id = ${id}::uuid`,
    notices,
    eventId,
    now,
  )
