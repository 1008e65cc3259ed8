import * as queries from '@huiyin/db/alerts/inbox-queries.ts'
import type { Ctx } from '../core/context.ts'

export const countUnread = async (ctx: Ctx) => ({ unread: await queries.countUnread(ctx.db, ctx.me.id) })
