import type { Ctx } from '@huiyin/api/core/context.ts'
import { calendarWith } from '@huiyin/api/grids/calendar.ts'
import { findContact } from '@huiyin/db/consultations/contact-queries.ts'
import { listExtras } from '@huiyin/db/consultations/extra-queries.ts'
import { findOfficePlace, listHours } from '@huiyin/db/consultations/office-queries.ts'
import { listDays } from '@huiyin/db/grids/calendar-queries.ts'
import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { dayAfter, weekdayOf } from '@huiyin/shared/consultations/days.ts'
import { type Mode, modes } from '@huiyin/shared/consultations/modes.ts'
import type { OfficeHours } from '@huiyin/shared/consultations/office-desk.ts'
import { isOff } from '@huiyin/shared/consultations/slots.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { advisedBy } from '../advised-by.ts'
import { fieldWords } from '../words.ts'

/** How one can be met here. */
export const modesOf = ({ outside }: Ctx): Mode[] => modes.filter(it => it !== 'video' || outside.env.WECHAT_VIDEO)

type Asked = Pick<OfficeHours, 'communityId' | 'placeId' | 'mode' | 'from' | 'to' | 'slotMinutes'>

/** Hours have to be in one of his own villages, at a place there, and long enough; by telephone he needs a number. */
export const demandFit = async (ctx: Ctx, it: Asked): Promise<void> => {
  if (!advisedBy(ctx).some(post => post.areaId === it.communityId)) return refuse('not-allowed')
  if (it.to - it.from < it.slotMinutes) return refuse('bad-input', [{ field: 'to', message: fieldWords.tooShort }])
  const place = await findOfficePlace(ctx.db, it.placeId)
  if (!place || place.retired || place.communityId !== it.communityId) return refuse('place-unknown')
  if (!modesOf(ctx).includes(it.mode)) return refuse('no-video')
  if (it.mode === 'phone' && !(await findContact(ctx.db, ctx.me.id)).phone) refuse('contact-needed')
}

/** Hours of a weekday, or of one day. */
type Times = Pick<OfficeHours, 'id' | 'from' | 'to'> &
  Partial<Pick<OfficeHours, 'weekday' | 'onDaysOff'> & { day: string }>

/** Refused where he offers something already at these hours: weekly ones meet a single day only where they hold on it. */
export const demandRoom = async (ctx: Ctx, asked: Times): Promise<void> => {
  const today = shanghaiDay(ctx.now)
  const years = new Set([today, dayAfter(today, bookingLimits.extraDays)].map(day => day.slice(0, 4)))
  const [hours, extras, ...entered] = await Promise.all([
    listHours(ctx.db, ctx.me.id, today),
    listExtras(ctx.db, ctx.me.id, today),
    ...[...years].map(year => listDays(ctx.db, year)),
  ])
  const calendar = calendarWith(entered.flat())
  const holds = (weekly: Times, day: string) =>
    weekly.weekday === weekdayOf(day) && (weekly.onDaysOff === true || !isOff(calendar, day))
  const sameDay = (one: Times, other: Times) => {
    if (one.day && other.day) return one.day === other.day
    if (one.day) return holds(other, one.day)
    return other.day ? holds(one, other.day) : one.weekday === other.weekday
  }
  const meets = (it: Times) => it.id !== asked.id && it.from < asked.to && asked.from < it.to && sameDay(it, asked)
  if ([...hours, ...extras].some(meets)) refuse('hours-overlap')
}
