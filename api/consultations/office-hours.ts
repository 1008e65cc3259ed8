import { findContact } from '@huiyin/db/consultations/contact-queries.ts'
import { listExtras, removeExtra, upsertExtra } from '@huiyin/db/consultations/extra-queries.ts'
import { listLeaves } from '@huiyin/db/consultations/leave-queries.ts'
import {
  endHours,
  findOfficePlace,
  listHours,
  listOfficePlaces,
  upsertHours,
} from '@huiyin/db/consultations/office-queries.ts'
import { listDays } from '@huiyin/db/grids/queries.ts'
import type { ExtraHours, OfficeHours } from '@huiyin/shared/consultations/office-desk.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { isOff, type Mode, modes } from '@huiyin/shared/consultations/slots.ts'
import { dayAfter, weekdayOf } from '@huiyin/shared/core/days.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import type { Ctx } from '../core/context.ts'
import { calendarWith } from '../grids/calendar.ts'
import { advisedBy } from './advised-by.ts'
import { ownContact } from './contact.ts'
import { leaveView } from './leave.ts'

type Routes = typeof officeRoutes

/** A single day may be so many days ahead. */
const farthestExtra = 90

export const listOfficeHours = async (ctx: Ctx): Promise<Answer<Routes['listOfficeHours']>> => {
  const posts = advisedBy(ctx)
  const villages = posts.map(post => post.areaId)
  const today = shanghaiDay(ctx.now)
  const [hours, extras, leaves, places, contact] = await Promise.all([
    listHours(ctx.db, ctx.me.id, today),
    listExtras(ctx.db, ctx.me.id, today),
    listLeaves(ctx.db, ctx.me.id, ctx.now),
    listOfficePlaces(ctx.db, villages),
    ownContact(ctx),
  ])
  return {
    hours,
    extras,
    leaves: leaves.map(leaveView),
    places,
    contact,
    modes: modesOf(ctx),
  }
}

/** How one can be met here. */
const modesOf = ({ outside }: Ctx): Mode[] => modes.filter(it => it !== 'video' || outside.env.WECHAT_VIDEO)

type Asked = Pick<OfficeHours, 'communityId' | 'placeId' | 'mode' | 'from' | 'to' | 'slotMinutes'>

/** Hours have to be in one of his own villages, at a place there, and long enough; by telephone he needs a number. */
const demandFit = async (ctx: Ctx, it: Asked): Promise<void> => {
  if (!advisedBy(ctx).some(post => post.areaId === it.communityId)) return refuse('not-allowed')
  if (it.to - it.from < it.slotMinutes) return refuse('bad-input', [{ field: 'to', message: '这段时间不够一次咨询' }])
  const place = await findOfficePlace(ctx.db, it.placeId)
  if (!place || place.retired || place.communityId !== it.communityId) return refuse('place-unknown')
  if (!modesOf(ctx).includes(it.mode)) return refuse('no-video')
  if (it.mode === 'phone' && !(await findContact(ctx.db, ctx.me.id)).phone) refuse('contact-needed')
}

/** Hours of a weekday, or of one day. */
type Times = Pick<OfficeHours, 'id' | 'from' | 'to'> &
  Partial<Pick<OfficeHours, 'weekday' | 'onDaysOff'> & { day: string }>

/** Refused where he offers something already at these hours: weekly ones meet a single day only where they hold on it. */
const demandRoom = async (ctx: Ctx, asked: Times): Promise<void> => {
  const today = shanghaiDay(ctx.now)
  const years = new Set([today, dayAfter(today, farthestExtra)].map(day => day.slice(0, 4)))
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

/** Weekly hours in one of his own villages; what is booked already stays. The same id again changes them. */
export const setOfficeHours = async (ctx: Ctx, input: Input<Routes['setOfficeHours']>): Promise<OfficeHours> => {
  await demandFit(ctx, input)
  const today = shanghaiDay(ctx.now)
  await demandRoom(ctx, input)
  if (!(await upsertHours(ctx.db, ctx.me.id, input, today, ctx.now))) return refuse('not-found')
  const after = await listHours(ctx.db, ctx.me.id, today)
  return after.find(it => it.id === input.id) ?? refuse('bug')
}

/** Hours of one day to come, beside the weekly ones. The same id again changes them. */
export const setExtraHours = async (ctx: Ctx, input: Input<Routes['setExtraHours']>): Promise<ExtraHours> => {
  await demandFit(ctx, input)
  const today = shanghaiDay(ctx.now)
  if (input.day < today || input.day > dayAfter(today, farthestExtra))
    return refuse('bad-input', [{ field: 'day', message: '请选以后 90 天里的日子' }])
  await demandRoom(ctx, input)
  if (!(await upsertExtra(ctx.db, ctx.me.id, input))) return refuse('not-found')
  const after = await listExtras(ctx.db, ctx.me.id, today)
  return after.find(it => it.id === input.id) ?? refuse('bug')
}

export const endExtraHours = async (ctx: Ctx, { id }: { id: string }) => {
  advisedBy(ctx)
  return (await removeExtra(ctx.db, id, ctx.me.id)) ? {} : refuse('not-found')
}

export const endOfficeHours = async (ctx: Ctx, { id }: { id: string }) => {
  advisedBy(ctx)
  if (!(await endHours(ctx.db, id, ctx.me.id, shanghaiDay(ctx.now), ctx.now))) return refuse('not-found')
  return {}
}
