import { escalateRungs, laddersDue, postponeRungs, turnTo, type Unanswered } from '@huiyin/db/alerts/ladder-queries.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { listDays } from '@huiyin/db/grids/calendar-queries.ts'
import type { Ground } from '@huiyin/db/grids/queries.ts'
import { getPerson } from '@huiyin/db/people/queries.ts'
import { listUnitStaff } from '@huiyin/db/people/unit-queries.ts'
import { type AlertFill, kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Audience } from '@huiyin/shared/alerts/ladder.ts'
import { after, shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { type Level, levelAbove } from '@huiyin/shared/grids/area.ts'
import { type Clock, oncePerRound } from '../core/clock-hand.ts'
import type { House } from '../core/context.ts'
import type { Outside } from '../core/outside.ts'
import { calendarWith } from '../grids/calendar.ts'
import { groundOf } from '../grids/ground-of.ts'
import { findOwner, holdersAt, roleAt } from '../grids/holders.ts'

/**
 * Takes ladders whose rung is over one rung further: the next channel, a colleague, the level above, the duty list. Whoever has
 * answered in between is left alone. Those that only ring are done together; each that turns to somebody else is done by itself. A
 * rung that tells nobody new is followed by the next at once.
 */
export const escalateAlerts: readonly Clock[] = [true, false].map(urgent => ({
  name: urgent ? 'ladders-urgent' : 'ladders-calm',
  due: laddersDue(urgent),
  takeUp: async (house, ids) => {
    const going = urgent ? ids : await thoseInHours(house, ids)
    return (await escalateRungs(house.db, going, house.now)).map(row => ({ id: row.id, take: it => turn(it, row) }))
  },
}))

/** On Friday night nobody is asked about what is due on Monday. */
const thoseInHours = async (house: House, ids: readonly string[]): Promise<readonly string[]> => {
  const opensAt = after(house.now, 0, 'hours', await calendarOf(house, shanghaiDay(house.now).slice(0, 4)))
  return opensAt > house.now ? postponeRungs(house.db, ids, opensAt) : ids
}

const calendarOf = oncePerRound(async (house, year) =>
  calendarWith([...(await listDays(house.db, year)), ...(await listDays(house.db, String(Number(year) + 1)))]),
)

const turn = async (house: House, row: Unanswered): Promise<boolean> => {
  const ground = await groundOf(house, row.areaId)
  const people = ground ? await whom(house.db, row, ground, house.now) : []
  await turnTo(house.db, row, noticesFor(row, people, ground), house.now)
  return true
}

type Turned = { personId: string; audience: Audience }

const levelOf = (audience: Audience): Level => {
  const level = (Object.keys(roleAt) as Level[]).find(it => roleAt[it] === audience)
  // A partner or a resident stands beside the grid.
  return level ?? 'grid'
}

const whom = async (db: Outside['db'], row: Unanswered, ground: Ground, now: Date): Promise<Turned[]> => {
  // Who is silent himself is left out where it is queued: he counts as the actor.
  const others = (people: readonly string[], audience: Audience) => people.map(personId => ({ personId, audience }))
  const level = levelOf(row.audience)
  if (row.via === 'duty') return others(idsAt(ground, 'township'), 'officer')
  if (row.via === 'above') {
    const up = level === 'district' ? undefined : findOwner(ground, levelAbove(level))
    return up ? others([up.owner.personId], roleAt[up.level]) : []
  }
  if (row.audience === 'partner') return others(await sameUnit(db, row.recipientId, now), 'partner')
  return others(idsAt(ground, level), row.audience)
}

const idsAt = (ground: Ground, level: Level) => holdersAt(ground, level).map(it => it.personId)

const sameUnit = async (db: Outside['db'], personId: string, now: Date): Promise<string[]> => {
  const { posts } = await getPerson(db, personId, now)
  const units = posts.flatMap(post => post.unitId ?? [])
  return (await Promise.all(units.map(unit => listUnitStaff(db, unit, now)))).flat()
}

/** Brought by the room whose ladders turn to somebody else. */
const unanswered = 'task-unanswered'

const noticesFor = (
  { fill, urgent, recipientId }: Unanswered,
  people: Turned[],
  ground: Ground | undefined,
): NewAlert[] => {
  const silent = ground?.holders.find(it => it.personId === recipientId)
  const told: AlertFill = { ...fill, ...(silent && { by: `${silent.title} ${silent.name}` }) }
  const { template } = kindOf(unanswered)
  return people.map(({ personId, audience }) => ({
    recipientId: personId,
    kind: unanswered,
    fill: told,
    urgent,
    template,
    audience,
    calls: false,
  }))
}
