import type { Ctx } from '@huiyin/api/core/context.ts'
import { listWeek as readWeek } from '@huiyin/db/consultations/office-queries.ts'
import { dayAfter, midnightOf } from '@huiyin/shared/consultations/days.ts'
import type { WeekItem } from '@huiyin/shared/consultations/office-desk.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import { advisedBy } from '../advised-by.ts'

type Routes = typeof officeRoutes

const iso = (text: string) => new Date(text).toISOString()

/** His own days: when, where, who comes. Names are masked, and no word of why. */
export const listWeek = async (ctx: Ctx, { from, days }: Input<Routes['listWeek']>): Promise<{ items: WeekItem[] }> => {
  advisedBy(ctx)
  const rows = await readWeek(ctx.db, ctx.me.id, midnightOf(from), midnightOf(dayAfter(from, days)))
  const items = rows.map(row => ({
    ...row,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    bookings: row.bookings.map(it => ({
      ...it,
      who: maskName(it.who),
      declared: it.declared || row.kind === 'lecture',
    })),
  }))
  return { items }
}
