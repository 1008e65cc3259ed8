import { type FoundCall, findCall } from '@huiyin/db/alerts/call-queries.ts'
import { listDutyPhones } from '@huiyin/db/alerts/ladder-queries.ts'
import * as queries from '@huiyin/db/alerts/status-queries.ts'
import { kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import { alertPolicy } from '@huiyin/shared/alerts/alert-policy.ts'
import { type DutyPhone, reasonOf, type Told } from '@huiyin/shared/alerts/told.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Ctx } from '../core/context.ts'

export const iso = (text: string) => new Date(text).toISOString()
export const whole = (title: string | null, name: string) => [title ?? '', name].join(' ').trim()

/** Whom the staff rang about a matter, and by which ways. The caller has seen to it that this reader may know. */
export const toldOf = async (
  ctx: Ctx,
  matterId: string,
  townshipId: string,
): Promise<{ items: Told[]; phones: DutyPhone[] }> => {
  const [rows, phones] = await Promise.all([
    queries.listTold(ctx.db, matterId, ctx.now),
    listDutyPhones(ctx.db, townshipId),
  ])
  const items = rows.map(({ title, name, kind, code, ...row }) => ({
    ...row,
    to: whole(title, name),
    title: kindOf(kind).title,
    why: row.state === 'sent' ? null : reasonOf(code),
    at: iso(row.at),
    sentAt: row.sentAt && iso(row.sentAt),
    readAt: row.readAt && iso(row.readAt),
  }))
  return { items, phones }
}

export const demandIn = (ctx: Ctx, action: 'seeHealth' | 'seeCalls' | 'call', townshipId: string) => {
  if (!can(alertPolicy, ctx.me, action, { townshipId })) refuse('not-allowed')
}

/** The call, for whoever makes the calls of its township. */
export const takeCall = async (ctx: Ctx, id: string): Promise<FoundCall> => {
  const call = await findCall(ctx.db, id)
  if (!call || !can(alertPolicy, ctx.me, 'seeCalls', call)) return refuse('not-found')
  demandIn(ctx, 'call', call.townshipId)
  return call
}
