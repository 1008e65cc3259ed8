/** A source of chance that gives the same town on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  next: () => number
  /** Whole number, both ends included. */
  int: (least: number, most: number) => number
  between: (least: number, most: number) => number
  chance: (share: number) => boolean
  pick: <T>(items: readonly T[]) => T
  /** A UUID (version 4 in form), so that ids are the same on every machine, too. */
  id: () => string
}

/** mulberry32. `name` is hashed to the start state: each part of the town draws from its own source. */
export const createRandom = (name: string): Random => {
  let state = [...name].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + next() * (most - least)
  const int = (least: number, most: number) => Math.floor(between(least, most + 1))
  const hex = (digits: number) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join('')
  return {
    next,
    int,
    between,
    chance: share => next() < share,
    pick: items => items[int(0, items.length - 1)] as (typeof items)[number],
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[int(0, 3)]}${hex(3)}-${hex(12)}`,
  }
}
