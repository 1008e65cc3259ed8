import type { Ctx } from '@huiyin/api/core/context.ts'
import { fromCursor, toCursor } from '@huiyin/api/core/cursor.ts'
import { listMine } from '@huiyin/db/consultations/queries.ts'
import type { BookingCard } from '@huiyin/shared/consultations/booking.ts'
import type { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import type { Input } from '@huiyin/shared/core/route.ts'

export const listMyBookings = async (
  ctx: Ctx,
  { cursor, limit }: Input<(typeof bookingRoutes)['listMyBookings']>,
): Promise<Page<BookingCard>> => {
  const rows = await listMine(ctx.db, ctx.me.id, ctx.now, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(new Date(last.createdAt), last.id))
  const iso = (text: string) => new Date(text).toISOString()
  return {
    ...page,
    items: page.items.map(({ createdAt: _, startsAt, endsAt, holdUntil, ...row }) => ({
      ...row,
      startsAt: iso(startsAt),
      endsAt: iso(endsAt),
      holdUntil: holdUntil && iso(holdUntil),
    })),
  }
}
