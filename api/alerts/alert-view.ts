import type { MessageRow } from '@huiyin/db/alerts/inbox-queries.ts'
import type { Alert } from '@huiyin/shared/alerts/alert.ts'
import { alertPage, kindOf } from '@huiyin/shared/alerts/alert-kind.ts'

/** One message as its recipient reads it. */
export const toAlert = ({ id, matterId, kind, fill, urgent, createdAt, readAt }: MessageRow, now: Date): Alert => ({
  id,
  kind,
  title: kindOf(kind).title,
  text: kindOf(kind).text({ ...fill, now }),
  page: alertPage(kind, matterId),
  urgent: urgent && kindOf(kind).calls === true,
  at: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
})
