/** A lifecycle: from a state, by an event, to a state. What is not in the table cannot happen. */
export type Moves<S extends string, E extends string> = Record<S, Partial<Record<E, S>>>

export const next = <S extends string, E extends string>(moves: Moves<S, E>, from: S, event: E): S | undefined =>
  moves[from][event]

/** The lifecycle as a Mermaid state diagram, for the documents. */
export const drawing = <S extends string, E extends string>(moves: Moves<S, E>): string => {
  const lines = Object.entries(moves).flatMap(([from, events]) =>
    Object.entries(events as Record<string, string>).map(([event, to]) => `  ${from} --> ${to}: ${event}`),
  )
  return ['stateDiagram-v2', ...lines].join('\n')
}
