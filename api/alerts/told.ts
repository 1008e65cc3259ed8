import { listDutyPhones } from '@huiyin/db/alerts/ladder-queries.ts'
import * as queries from '@huiyin/db/alerts/status-queries.ts'
import { kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import { alertPolicy } from '@huiyin/shared/alerts/alert-policy.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { type DutyPhone, reasonOf, type Told } from '@huiyin/shared/alerts/told.ts'
import { can } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'

type Routes = typeof alertRoutes

const iso = (text: string) => new Date(text).toISOString()
const whole = (title: string | null, name: string) => [title ?? '', name].join(' ').trim()

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

const demandIn = (ctx: Ctx, action: 'seeHealth' | 'seeCalls' | 'call', townshipId: string) => {
  if (!can(alertPolicy, ctx.me, action, { townshipId })) refuse('not-allowed')
}

export const getHealth = async (
  ctx: Ctx,
  { township }: Input<Routes['getHealth']>,
): Promise<Answer<Routes['getHealth']>> => {
  demandIn(ctx, 'seeHealth', township)
  const health = await queries.getHealth(ctx.db, ctx.now)
  return { ...health, failures: health.failures.map(it => ({ ...it, why: reasonOf(it.code) ?? '' })) }
}

export const listCalls = async (
  ctx: Ctx,
  { township }: Input<Routes['listCalls']>,
): Promise<Answer<Routes['listCalls']>> => {
  demandIn(ctx, 'seeCalls', township)
  const [rows, phones] = await Promise.all([
    queries.listCalls(ctx.db, township, ctx.now),
    listDutyPhones(ctx.db, township),
  ])
  const items = rows.map(({ id, matterId, fill, title, name, at }) => ({
    id,
    reportId: matterId,
    number: fill.number,
    kind: fill.kind,
    place: fill.place,
    who: whole(title, name),
    at: iso(at),
  }))
  return { items, phones }
}

/** Somebody answered the telephone: the ladder ends. Once made a call stays made, whoever says so again. */
export const markCalled = async (ctx: Ctx, { id }: Input<Routes['markCalled']>) => {
  const call = await queries.findCall(ctx.db, id)
  if (!call || !can(alertPolicy, ctx.me, 'seeCalls', call)) return refuse('not-found')
  demandIn(ctx, 'call', call.townshipId)
  await queries.markCalled(ctx.db, id, ctx.me.id, ctx.now)
  return {}
}
