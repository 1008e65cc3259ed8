import { climbRungs, turnTo, type Unanswered } from '@huiyin/db/alerts/ladder-queries.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import { getPerson } from '@huiyin/db/people/queries.ts'
import { listUnitStaff } from '@huiyin/db/people/unit-queries.ts'
import { type AlertFill, type AlertKind, kindOfAlert } from '@huiyin/shared/alerts/alert-kinds.ts'
import type { Audience } from '@huiyin/shared/alerts/ladder.ts'
import { type Level, levelAbove } from '@huiyin/shared/grids/area.ts'
import type { Outside } from '../core/outside.ts'
import { findOwner, holdersAt, roleAt } from '../grids/holders.ts'

/**
 * Takes every ladder whose rung is over one rung further: the next channel, a colleague, the level above, the duty list.
 * Whoever has answered in between is left alone. Safe to run at once and to be late.
 */
export const climbLadders = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> => {
  const at = now()
  // A rung that tells nobody new is followed by the next at once: no ladder has more rungs than this.
  for (let round = 0; round < mostRungs; round++) {
    const rows = await climbRungs(db, at)
    if (rows.length === 0) return
    for (const row of rows) {
      const ground = await findGround(db, row.gridId, at)
      const people = ground ? await whom(db, row, ground, at) : []
      await turnTo(db, row, newsFor(row, people, ground), at)
    }
  }
}

const mostRungs = 20

type Turned = { personId: string; audience: Audience }

const levelOf = (audience: Audience): Level => {
  const level = (Object.keys(roleAt) as Level[]).find(it => roleAt[it] === audience)
  // A partner or a resident stands beside the grid.
  return level ?? 'grid'
}

const whom = async (db: Outside['db'], row: Unanswered, ground: Ground, now: Date): Promise<Turned[]> => {
  const others = (people: readonly string[], audience: Audience) =>
    people.filter(id => id !== row.recipientId).map(personId => ({ personId, audience }))
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

const unanswered: AlertKind = 'task-unanswered'

const newsFor = (
  { fill, urgent, recipientId }: Unanswered,
  people: Turned[],
  ground: Ground | undefined,
): NewAlert[] => {
  const silent = ground?.holders.find(it => it.personId === recipientId)
  const told: AlertFill = { ...fill, ...(silent && { by: `${silent.title} ${silent.name}` }) }
  const { template } = kindOfAlert(unanswered)
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
