import type { DueClock, Failure } from '@huiyin/db/core/clock-work-queries.ts'
import { codeOf, isAway } from '@huiyin/db/core/errors.ts'
import { clockLimits } from '@huiyin/shared/core/clock-limits.ts'
import type { House } from './context.ts'

/** `take` does what is due now, and answers whether it did. The house may be in a transaction with other items. */
export type Item = { id: string; take: (house: House) => Promise<boolean> }

/** A clock is data; this loop is the only one. */
export type Clock = DueClock & {
  /** Looks these up, in one statement where it can. What it leaves out has nothing more to be done. */
  takeUp: (house: House, ids: readonly string[]) => Promise<Item[]>
  /** Nothing says when there is something to do: each is looked at once a round, one after another in the order of `takeUp`. */
  polls?: true
}

/** For clocks whose items are looked up one by one. */
export const oneByOne =
  (take: (house: House, id: string) => Promise<boolean>): Clock['takeUp'] =>
  async (_, ids) =>
    ids.map(id => ({ id, take: house => take(house, id) }))

/**
 * Asks once per round for each key. What is still being asked is not waited for by others: it may be asked outside of a transaction that holds
 * the only connection, and be waited for inside of it.
 */
export const oncePerRound = <T>(ask: (house: House, key: string) => Promise<T>) => {
  const known = new WeakMap<object, Map<string, T>>()
  return async (house: House, key: string): Promise<T> => {
    const { round = house } = house
    const answers = known.get(round) ?? new Map<string, T>()
    known.set(round, answers)
    if (answers.has(key)) return answers.get(key) as T
    const answer = await ask(house, key)
    answers.set(key, answer)
    return answer
  }
}

/** A code and never a message, which holds what was written. */
export const reasonOf = (error: unknown): string => codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')

/** What became of a batch. */
type Hand = { moved: number; failed: Failure[]; looked: string[]; isOver: () => boolean }

/** Whoever holds leases long enough to lose them does nothing more under them. */
export const openHand = (isOver: () => boolean): Hand => {
  const until = performance.now() + clockLimits.leaseSeconds * 500
  return { moved: 0, failed: [], looked: [], isOver: () => isOver() || performance.now() > until }
}

/** Takes each, some at a time. Answers which did not move. */
export const takeAll = async (house: House, clock: Clock, ids: readonly string[], hand: Hand): Promise<string[]> => {
  const failedBefore = hand.failed.length
  const items = await takeUpAll(house, clock, ids, hand)
  hand.moved += ids.length - items.length - (hand.failed.length - failedBefore)
  const unmoved: string[] = []
  const size = clock.polls ? 1 : clockLimits.inCommit
  const groups = Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))
  const queue = groups.values()
  let away: unknown
  const work = async () => {
    for (const group of queue) {
      if (away || hand.isOver()) return
      await takeGroup(house, group, hand, unmoved).catch(error => {
        away = error
      })
    }
  }
  await Promise.all(Array.from({ length: clock.polls ? 1 : clockLimits.inHand }, work))
  if (away) throw away
  return unmoved
}

/** In one transaction; where one spoils it for the others, each by itself. Fails only when the database is away. */
const takeGroup = async (house: House, group: readonly Item[], hand: Hand, unmoved: string[]): Promise<void> => {
  if (group.length > 1) {
    const moved = await takeTogether(house, group).catch(() => undefined)
    if (moved) {
      hand.moved += moved.size
      unmoved.push(...group.flatMap(({ id }) => (moved.has(id) ? [] : [id])))
      return
    }
  }
  for (const item of group) {
    if (hand.isOver()) return
    try {
      if (await item.take(house)) hand.moved++
      else unmoved.push(item.id)
    } catch (error) {
      if (isAway(error)) throw error
      hand.failed.push({ id: item.id, code: reasonOf(error) })
    }
  }
}

const takeTogether = (house: House, group: readonly Item[]): Promise<Set<string>> =>
  house.db.transaction(async tx => {
    const moved = new Set<string>()
    for (const item of group) if (await item.take({ ...house, db: tx })) moved.add(item.id)
    return moved
  })

/** All at once, or each alone where one of them spoils it for all. */
const takeUpAll = async (house: House, clock: Clock, ids: readonly string[], hand: Hand): Promise<Item[]> => {
  try {
    return await clock.takeUp(house, ids)
  } catch (error) {
    if (isAway(error)) throw error
  }
  const items: Item[] = []
  for (const id of ids)
    try {
      items.push(...(await clock.takeUp(house, [id])))
    } catch (error) {
      if (isAway(error)) throw error
      hand.failed.push({ id, code: reasonOf(error) })
    }
  return items
}
