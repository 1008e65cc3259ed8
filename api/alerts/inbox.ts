import { recordTap } from '@huiyin/db/alerts/permit-queries.ts'
import * as queries from '@huiyin/db/alerts/queries.ts'
import type { Alert, Permit } from '@huiyin/shared/alerts/alert.ts'
import { alertPage, kindOfAlert, type Template, templates } from '@huiyin/shared/alerts/alert-kinds.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { toPage } from '@huiyin/shared/core/page.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { inputHash } from '../core/secrets.ts'

type Routes = typeof alertRoutes

const toAlert = ({ id, kind, fill, createdAt, readAt }: queries.AlertRow): Alert => ({
  id,
  kind,
  title: kindOfAlert(kind).title,
  text: kindOfAlert(kind).text(fill),
  page: alertPage(kind, fill),
  at: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
})

export const listAlerts = async (
  ctx: Ctx,
  { cursor, limit }: Input<Routes['listAlerts']>,
): Promise<Answer<Routes['listAlerts']>> => {
  const [rows, unread] = await Promise.all([
    queries.listInbox(ctx.db, ctx.me.id, limit + 1, fromCursor(cursor)),
    queries.countUnread(ctx.db, ctx.me.id),
  ])
  const page = toPage(rows, limit, last => toCursor(last.createdAt, last.id))
  return { ...page, items: page.items.map(toAlert), unread }
}

export const countUnread = async (ctx: Ctx) => ({ unread: await queries.countUnread(ctx.db, ctx.me.id) })

export const markRead = async (ctx: Ctx, { ids }: Input<Routes['markRead']>) => {
  await queries.markRead(ctx.db, ctx.me.id, ids, ctx.now)
  return countUnread(ctx)
}

export const listPermits = async (ctx: Ctx): Promise<{ items: Permit[] }> => {
  const left = new Map((await queries.listPermits(ctx.db, ctx.me.id)).map(it => [it.template, it.left]))
  const items = templates.flatMap((template): Permit[] => {
    const config = ctx.outside.env.TEMPLATES[template]
    return config ? [{ template, templateId: config.id, lasting: config.lasting, left: left.get(template) ?? 0 }] : []
  })
  return { items }
}

/** One more message for each template accepted in this tap; the tap's id makes a repeat count once. */
export const recordPermits = async (ctx: Ctx, input: Input<Routes['recordPermits']>) => {
  const known = Object.entries(ctx.outside.env.TEMPLATES) as [Template, { id: string }][]
  const accepted = known.filter(([, { id }]) => input.results[id] === 'accept').map(([template]) => template)
  const tap = { id: input.id, personId: ctx.me.id, inputHash: inputHash(input), at: ctx.now }
  const kept = await recordTap(ctx.db, tap, accepted)
  if (kept.personId !== ctx.me.id) return refuse('not-found')
  if (kept.inputHash !== tap.inputHash) return refuse('id-reused')
  return listPermits(ctx)
}
