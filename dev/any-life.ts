import { type Life, type LifeRow, type Moves, movesOf } from '@huiyin/shared/matters/life.ts'

/** A life of any kind of matter, to look at: its rows, its states, and where each event leads. */
export type AnyLife = {
  noun: string
  room: string
  rows: [string, LifeRow<string, string, never, string>][]
  states: readonly string[]
  moves: Moves<string, string>
}

export const anyLife = <S extends string, R extends string, It extends { state: S }, A extends string>(
  noun: string,
  room: string,
  life: Life<S, R, It, A>,
  states: readonly S[],
): AnyLife => ({
  ...{ noun, room, states, rows: Object.entries(life.rows) as AnyLife['rows'] },
  moves: movesOf(life, states) as Moves<string, string>,
})
