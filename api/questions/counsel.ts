import type { Counsel, QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import type { Adviser } from '@huiyin/shared/questions/asking-routes.ts'
import type { Circle } from '@huiyin/shared/questions/question-states.ts'

/** A conflict that somebody has declared: it counts for all his firms. */
export type Conflict = { adviserId: string; unitIds: readonly string[] }

type About = Pick<QuestionRow, 'askerId' | 'againstCommittee' | 'preferredId'>

/** Who may answer, by circle, once conflicts are left out. `own` is whom it is kept for, where it is kept for one. */
export type Candidates = Record<Circle, Counsel[]>

export const candidatesOf = (ground: QuestionGround, about: About, conflicts: readonly Conflict[] = []): Candidates => {
  const village = ground.advisers.filter(it => it.areaId === ground.community.id)
  const paid = about.againstCommittee ? village : []
  const people = new Set([about.askerId, ...conflicts.map(it => it.adviserId), ...paid.map(it => it.personId)])
  const firms = new Set([...conflicts.flatMap(it => it.unitIds), ...paid.flatMap(it => it.unitId ?? [])])
  // A person, not a post: whoever is of two firms is out by either.
  const out = new Set(ground.advisers.filter(it => it.unitId && firms.has(it.unitId)).map(it => it.personId))
  const fit = ({ personId }: Counsel) => !people.has(personId) && !out.has(personId)
  const pool = once(ground.advisers.filter(fit))
  const justice = once(ground.justice.filter(fit))
  const own = about.preferredId
    ? pool.filter(it => it.personId === about.preferredId)
    : pool.filter(it => village.some(one => one.personId === it.personId))
  return { own, pool, township: justice, duty: justice }
}

const once = (people: Counsel[]): Counsel[] =>
  people.filter((it, at) => people.findIndex(one => one.personId === it.personId) === at)

/** The circle to begin with, or to go on with after `from`: the first in which somebody can answer. */
export const circleFrom = (candidates: Candidates, danger: boolean, from: Circle = 'own'): Circle => {
  if (danger && candidates.duty.length > 0) return 'duty'
  const wider: Circle[] = ['own', 'pool', 'township']
  return wider.slice(wider.indexOf(from)).find(circle => candidates[circle].length > 0) ?? 'township'
}

/** Who answers for its being answered. Where the township has no justice office, its advisers do. */
export const ownerIn = (candidates: Candidates, circle: Circle): Counsel | undefined =>
  candidates[circle][0] ?? candidates.own[0] ?? candidates.pool[0]

export const nameOf = ({ title, name }: Counsel): string => `${title} ${name}`

export const toAdviser = ({ title, name, firm }: Counsel): Adviser => ({ title, name, firm })
