import type { Me } from '../core/policy.ts'
import { type ProblemCode, refuse } from '../core/problem.ts'
import type { Life, LifeRow } from './life.ts'

type AnyRow<S extends string, R extends string, It, A extends string> = LifeRow<S, R, It, A>

/** Whether somebody stands in a relation that may, whatever the state and the hour. */
export const mayEver = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  me: Me,
  action: A | 'see',
  it: It,
): boolean => {
  const { who } = life.rows[action]
  return who !== 'clock' && life.relationsOf(me, it).some(relation => who.includes(relation))
}

/** The state after this event, by the lifecycle alone; undefined: it cannot happen. */
export const nextState = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  state: S,
  event: A,
): S | undefined => life.rows[event].moves?.[state]

const isPossible = <S extends string, R extends string, It, A extends string>(
  { moves }: AnyRow<S, R, It, A>,
  state: S,
): boolean => moves === undefined || moves[state] !== undefined

const whyNever = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  me: Me,
  action: A | 'see',
  it: It,
): ProblemCode | undefined => {
  if (mayEver(life, me, action, it)) return undefined
  return mayEver(life, me, 'see', it) ? 'not-allowed' : 'not-found'
}

/** Refuses whoever may never do it, whatever the state and the hour. */
export const demandEver = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  me: Me,
  action: A | 'see',
  it: It,
): void => {
  const problem = whyNever(life, me, action, it)
  if (problem) refuse(problem)
}

/** Why somebody cannot do this now; undefined: he can. */
export const whyNot = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  me: Me,
  action: A | 'see',
  it: It,
  now: Date,
): ProblemCode | undefined => {
  const never = whyNever(life, me, action, it)
  if (never) return never
  const row = life.rows[action]
  if (!isPossible(row, it.state)) return row.instead?.[it.state] ?? 'wrong-state'
  return row.unless?.(it, now)
}

/** All that this person can do to the matter now: the very rows that `demandMove` and `demandAct` ask. */
export const offered = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  me: Me,
  it: It,
  now: Date,
): (A | 'see')[] =>
  (Object.keys(life.rows) as (A | 'see')[]).filter(
    action => !life.rows[action].looks && whyNot(life, me, action, it, now) === undefined,
  )

/** Refuses what this person cannot do now. */
export const demandAct = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  me: Me,
  action: A | 'see',
  it: It,
  now: Date,
): void => {
  const problem = whyNot(life, me, action, it, now)
  if (problem) refuse(problem)
}

/** The same for a move; answers the state after it. `event`: what becomes of the action, where its row says `or`. */
export const demandMove = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  me: Me,
  action: A,
  it: It,
  now: Date,
  event: A = action,
): S => {
  demandAct(life, me, action, it, now)
  if (event !== action && life.rows[action].or !== event) return refuse('bug')
  return nextState(life, it.state, event) ?? refuse('wrong-state')
}
