import type { Me } from '../core/policy.ts'
import type { ProblemCode } from '../core/problem.ts'

/** What speaks against it at this moment, though the right person asks in the right state; undefined: nothing does. */
export type Guard<It> = (it: It, now: Date) => ProblemCode | undefined

/**
 * One thing that can be done to a matter. Read by the verb that demands it, by every page that offers it and by every message
 * that promises it.
 */
export type LifeRow<State extends string, Relation extends string, It, Event extends string> = {
  /** In which relations one may; `clock`: the clock does it, or it comes with another act of the house, and nobody asks for it. */
  who: readonly Relation[] | 'clock'
  /** From which state to which. Absent: an act beside the life, which moves nothing. */
  moves?: Partial<Record<State, State>>
  /** What is said in a state from which it cannot be done, where that is not `wrong-state`. */
  instead?: Partial<Record<State, ProblemCode>>
  unless?: Guard<It>
  /** Only looks: no page offers it as something to do. */
  looks?: true
  /** Somebody has answered for the matter: whoever was rung about it is left in peace. */
  answers?: true
  /** The event that it becomes instead, by that event's `moves`, as the one who acts finds it. */
  or?: Event
}

/** The life of one kind of matter. What has no row cannot be done; whoever may not even `see` it is told that there is none. */
export type Life<State extends string, Relation extends string, It extends { state: State }, Action extends string> = {
  relationsOf: (me: Me, it: It) => Relation[]
  rows: Record<Action | 'see', LifeRow<State, Relation, It, NoInfer<Action>>>
}

/** From a state, by an event, to a state. */
export type Moves<State extends string, Event extends string> = Record<State, Partial<Record<Event, State>>>

/** The lifecycle alone, state by state. */
export const movesOf = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  states: readonly S[],
): Moves<S, A> => {
  const rows = Object.entries(life.rows) as [A, LifeRow<S, R, It, A>][]
  const from = (state: S) =>
    Object.fromEntries(rows.flatMap(([event, { moves }]) => (moves?.[state] ? [[event, moves[state]]] : [])))
  return Object.fromEntries(states.map(state => [state, from(state)])) as Moves<S, A>
}

/** Each of these states stays as it is. */
export const staysIn = <S extends string>(...states: readonly S[]): Partial<Record<S, S>> =>
  Object.fromEntries(states.map(state => [state, state])) as Partial<Record<S, S>>

/** From each of these states to one. */
export const leadsTo = <S extends string>(to: S, ...from: readonly S[]): Partial<Record<S, S>> =>
  Object.fromEntries(from.map(state => [state, to])) as Partial<Record<S, S>>

/** The lifecycle as a Mermaid state diagram, for the documents. */
export const drawing = <S extends string, E extends string>(moves: Moves<S, E>): string => {
  const lines = Object.entries(moves).flatMap(([from, events]) =>
    Object.entries(events as Record<string, string>).map(([event, to]) => `  ${from} --> ${to}: ${event}`),
  )
  return ['stateDiagram-v2', ...lines].join('\n')
}
