import { listCoverage as readCoverage } from '@huiyin/db/consultations/clock-queries.ts'
import { listLeaves } from '@huiyin/db/consultations/leave-queries.ts'
import {
  endHours,
  findContact,
  findOfficePlace,
  findVillage,
  insertOfficePlace,
  listHours,
  listOfficePlaces,
  listWeek as readWeek,
  upsertContact,
  upsertHours,
} from '@huiyin/db/consultations/office-queries.ts'
import type { OfficeContact, OfficeHours, OfficePlace, WeekItem } from '@huiyin/shared/consultations/office-desk.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { dayAfter, midnightOf } from '@huiyin/shared/consultations/slots.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import type { Ctx } from '../core/context.ts'

type Routes = typeof officeRoutes

type Advised = { areaId: string; townshipId: string }

/** The villages that this person advises; refused to whoever advises none. */
export const advisedBy = (ctx: Ctx): [Advised, ...Advised[]] => {
  const [first, ...rest] = ctx.me.posts
    .filter(post => post.role === 'adviser')
    .map(post => ({ areaId: post.areaId, townshipId: post.areaPath.split('/')[2] ?? '' }))
  return first ? [first, ...rest] : refuse('not-allowed')
}

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

export const listOfficeHours = async (ctx: Ctx): Promise<Answer<Routes['listOfficeHours']>> => {
  const posts = advisedBy(ctx)
  const villages = posts.map(post => post.areaId)
  const [hours, leaves, places, contact] = await Promise.all([
    listHours(ctx.db, ctx.me.id, shanghaiDay(ctx.now)),
    listLeaves(ctx.db, ctx.me.id, ctx.now),
    listOfficePlaces(ctx.db, villages),
    findContact(ctx.db, ctx.me.id),
  ])
  return {
    hours,
    leaves: leaves.map(it => ({ ...it, startsAt: iso(it.startsAt), endsAt: iso(it.endsAt) })),
    places,
    contact,
  }
}

/** What his villages may see of him beside name and hours. Whoever can be met by telephone has a number. */
export const publishContact = async (ctx: Ctx, { phone }: OfficeContact): Promise<OfficeContact> => {
  advisedBy(ctx)
  const hours = phone === null ? await listHours(ctx.db, ctx.me.id, shanghaiDay(ctx.now)) : []
  if (hours.some(it => it.mode === 'phone')) return refuse('contact-needed')
  await upsertContact(ctx.db, ctx.me.id, phone)
  return { phone }
}

/** Weekly hours in one of his own villages; what is booked already stays. The same id again changes them. */
export const setOfficeHours = async (ctx: Ctx, input: Input<Routes['setOfficeHours']>): Promise<OfficeHours> => {
  const posts = advisedBy(ctx)
  if (!posts.some(post => post.areaId === input.communityId)) return refuse('not-allowed')
  if (input.to - input.from < input.slotMinutes)
    return refuse('bad-input', [{ field: 'to', message: '这段时间不够一次咨询' }])
  const place = await findOfficePlace(ctx.db, input.placeId)
  if (!place || place.retired || place.communityId !== input.communityId) return refuse('place-unknown')
  if (input.mode === 'phone' && !(await findContact(ctx.db, ctx.me.id)).phone) return refuse('contact-needed')
  const today = shanghaiDay(ctx.now)
  const before = await listHours(ctx.db, ctx.me.id, today)
  const inTheWay = (it: OfficeHours) =>
    it.id !== input.id && it.weekday === input.weekday && it.from < input.to && input.from < it.to
  if (before.some(inTheWay)) return refuse('hours-overlap')
  if (!(await upsertHours(ctx.db, ctx.me.id, input, today, ctx.now))) return refuse('not-found')
  const after = await listHours(ctx.db, ctx.me.id, today)
  return after.find(it => it.id === input.id) ?? refuse('bug')
}

export const endOfficeHours = async (ctx: Ctx, { id }: { id: string }) => {
  advisedBy(ctx)
  if (!(await endHours(ctx.db, id, ctx.me.id, shanghaiDay(ctx.now), ctx.now))) return refuse('not-found')
  return {}
}

const demandJustice = (ctx: Ctx, townshipId: string) => {
  if (!ctx.me.posts.some(post => post.role === 'justice' && post.areaId === townshipId)) refuse('not-allowed')
}

/** 台账 of a month, made from what happened and from her word on it. */
export const listCoverage = async (ctx: Ctx, { township, month }: Input<Routes['listCoverage']>) => {
  demandJustice(ctx, township)
  const first = `${month}-01`
  const next = `${dayAfter(first, 31).slice(0, 7)}-01`
  return { items: await readCoverage(ctx.db, township, midnightOf(first), midnightOf(next), ctx.now) }
}

/** The code of the poster cannot be told from the id: who shows it has been there. */
export const addOfficePlace = async (ctx: Ctx, input: Input<Routes['addOfficePlace']>): Promise<OfficePlace> => {
  const village = (await findVillage(ctx.db, input.communityId)) ?? refuse('place-unknown')
  demandJustice(ctx, village.townshipId)
  const code = ctx.outside.keys
    .blindIndex(`office place ${input.id}`)
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(0, 10)
  if (!(await insertOfficePlace(ctx.db, { ...input, code }))) {
    const known = await findOfficePlace(ctx.db, input.id)
    if (known?.townshipId !== village.townshipId) return refuse('not-found')
    if (known.communityId !== input.communityId || known.name !== input.name) return refuse('id-reused')
  }
  return { ...input, village: village.name, code }
}
