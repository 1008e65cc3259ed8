import type { Me, Post, Role } from '@huiyin/shared/core/policy.ts'
import type { ProblemCode } from '@huiyin/shared/core/problem.ts'
import type { Life } from '@huiyin/shared/matters/life.ts'
import { nextState, whyNot } from '@huiyin/shared/matters/offered.ts'
import { expect } from 'vitest'

/** One line of a law: who may, and what becomes of it from which state (`stays`: nothing moves, whatever the state). */
export type Line<Who extends string, S extends string> = {
  may: readonly Who[]
  moves: Partial<Record<S, S>> | 'stays'
  /** What is said where it cannot be done, when it is not `wrong-state`. */
  says?: Partial<Record<S, ProblemCode>>
}
export type Law<A extends string, Who extends string, S extends string> = Record<A, Line<Who, S>>

export const somebody = (id: string, ...posts: [role: Role, areaPath: string, unitId?: string][]): Me => ({
  id,
  posts: posts.map(
    ([role, areaPath, unitId]): Post => ({
      ...{ role, areaPath, unitId: unitId ?? null },
      areaId: areaPath.split('/').filter(Boolean).at(-1) ?? '',
    }),
  ),
})

type Case<S extends string, A extends string, Who extends string, It> = {
  law: Law<A, Who, S>
  states: readonly S[]
  cast: Record<Who, Me>
  /** The matter in this state, as this one finds it, with nothing that speaks against anything. */
  itOf: (state: S, who: Who) => It
  now: Date
}

/** Everybody tries everything in every state, and finds what the law says. */
export const holds = <
  S extends string,
  R extends string,
  It extends { state: S },
  A extends string,
  Who extends string,
>(
  life: Life<S, R, It, A>,
  { law, states, cast, itOf, now }: Case<S, NoInfer<A> | 'see', Who, It>,
) => {
  expect(Object.keys(life.rows).sort()).toEqual(Object.keys(law).sort())
  const verdict = (action: A | 'see', who: Who, state: S): string => {
    const { may, moves, says } = law[action]
    if (!may.includes(who)) return law.see.may.includes(who) ? 'not-allowed' : 'not-found'
    if (moves === 'stays') return 'stays'
    return moves[state] ?? says?.[state] ?? 'wrong-state'
  }
  const found: string[] = []
  const promised: string[] = []
  for (const action of Object.keys(law) as (A | 'see')[])
    for (const who of Object.keys(cast) as Who[])
      for (const state of states) {
        const said = whyNot(life, cast[who], action, itOf(state, who), now)
        const to = action === 'see' ? 'stays' : (nextState(life, state, action as A) ?? 'stays')
        found.push(`${who} ${action} ${state}: ${said ?? to}`)
        promised.push(`${who} ${action} ${state}: ${verdict(action, who, state)}`)
      }
  expect(found).toEqual(promised)
}

/** Where the clock's events lead, and what answers for the matter so that nobody is rung about it any more. */
export const bySelf = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
) => {
  const rows = Object.entries(life.rows) as [string, (typeof life.rows)[A | 'see']][]
  return {
    clock: Object.fromEntries(rows.flatMap(([name, row]) => (row.who === 'clock' ? [[name, row.moves]] : []))),
    answers: rows.flatMap(([name, row]) => (row.answers ? [name] : [])).sort(),
    looks: rows.flatMap(([name, row]) => (row.looks ? [name] : [])).sort(),
    or: Object.fromEntries(rows.flatMap(([name, row]) => (row.or ? [[name, row.or]] : []))),
  }
}
