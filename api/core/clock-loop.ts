import {
  type DueClock,
  type Ended,
  type Failure,
  leaseSeconds,
  leaseWork,
  listStillDue,
  markRounds,
  releaseWork,
} from '@huiyin/db/core/clock-work-queries.ts'
import { codeOf, isAway } from '@huiyin/db/core/errors.ts'
import type { House } from './context.ts'
import type { Outside } from './outside.ts'

/** `take` does what is due now, and answers whether it did. */
export type Item = { id: string; take: () => Promise<boolean> }

/** A clock is data; this loop is the only one. */
export type Clock = DueClock & {
  /** Looks these up, in one statement where it can. What it leaves out has nothing more to be done. */
  takeUp: (house: House, ids: readonly string[]) => Promise<Item[]>
  /** Nothing says when there is something to do: each is looked at once a round, one after another in the order of `takeUp`. */
  polls?: true
}

type Tools = Pick<Outside, 'db' | 'now' | 'log'> & Partial<Pick<Outside, 'isWindingDown'>>

type Round = Ended & { of: Clock; moved: number }

const budgetMs = 10_000
const atOnce = 60
const polledAtOnce = 1000
/** As many as a process has connections. */
const inHand = 3

/** For clocks whose items are looked up one by one. */
export const oneByOne =
  (take: (house: House, id: string) => Promise<boolean>): Clock['takeUp'] =>
  async (house, ids) =>
    ids.map(id => ({ id, take: () => take(house, id) }))

/** Asks once per round for each key. */
export const oncePerRound = <T>(ask: (house: House, key: string) => Promise<T>) => {
  const asked = new WeakMap<House, Map<string, Promise<T>>>()
  return (house: House, key: string): Promise<T> => {
    const answers = asked.get(house) ?? new Map<string, Promise<T>>()
    asked.set(house, answers)
    const answer = answers.get(key) ?? ask(house, key)
    answers.set(key, answer)
    return answer
  }
}

/**
 * One round of these clocks: a batch of each in turn until nothing is due, or the time is over. Several processes share the work by
 * leases. What fails, or is due and cannot be moved, is set aside and holds up nothing else; only a database that is away ends
 * the round. Answers how many moved.
 */
export const runClocks = async (tools: Tools, clocks: readonly Clock[]): Promise<number> => {
  const rounds = begin(clocks)
  await run(tools, rounds)
  return movedIn(rounds)
}

/** The same, and notes for `/readyz` how it ended. */
export const tendClocks = async (tools: Tools, clocks: readonly Clock[]): Promise<number> => {
  const rounds = begin(clocks)
  try {
    await run(tools, rounds)
  } catch (error) {
    const code = reasonOf(error)
    const failed = rounds.map(it => ended(it.drained ? it : { ...it, code }))
    await markRounds(tools.db, failed, tools.now()).catch(() => {})
    throw error
  }
  await markRounds(tools.db, rounds.map(ended), tools.now())
  return movedIn(rounds)
}

const begin = (clocks: readonly Clock[]): Round[] =>
  clocks.map(of => ({ of, clock: of.name, moved: 0, code: null, drained: false }))
const ended = ({ clock, code, drained }: Round): Ended => ({ clock, code, drained })
const movedIn = (rounds: readonly Round[]) => rounds.reduce((sum, it) => sum + it.moved, 0)

/** A code and never a message, which holds what was written. */
export const reasonOf = (error: unknown): string => codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')

const run = async (tools: Tools, rounds: readonly Round[]): Promise<void> => {
  const house = { db: tools.db, now: tools.now() }
  const until = performance.now() + budgetMs
  const isOver = () => performance.now() > until || tools.isWindingDown?.() === true
  for (let open = [...rounds]; open.length > 0 && !isOver(); open = open.filter(it => !it.drained && it.code === null))
    for (const round of open) await turn(tools, house, round, isOver)
}

/** One batch of one clock. */
const turn = async (tools: Tools, house: House, round: Round, isOver: () => boolean): Promise<void> => {
  const clock = round.of
  try {
    const { ids, found } = await leaseWork(house.db, clock, clock.polls ? polledAtOnce : atOnce, house.now)
    if (ids.length > 0) round.moved += await workOff(tools, house, clock, ids, isOver)
    round.drained = found === 0 || clock.polls === true
  } catch (error) {
    if (isAway(error)) throw error
    round.code = reasonOf(error)
    tools.log.error({ clock: clock.name, code: round.code }, 'a clock failed')
  }
}

/** Does what was leased and gives it back. Answers how many moved. */
const workOff = async (
  tools: Tools,
  house: House,
  clock: Clock,
  leased: readonly string[],
  isOver: () => boolean,
): Promise<number> => {
  const hand = openHand(isOver)
  try {
    let left = await listStillDue(house.db, clock, leased, house.now)
    // What somebody moved between our look and our step is looked at once more.
    for (let again = 0; again < (clock.polls ? 1 : 2) && left.length > 0; again++) {
      left = await takeAll(house, clock, left, hand)
      if (left.length > 0 && !clock.polls) left = await listStillDue(house.db, clock, left, house.now)
    }
    if (clock.polls) hand.looked.push(...left)
    else hand.failed.push(...left.map(id => ({ id, code: 'not-moved' })))
    return hand.moved
  } finally {
    for (const { id, code } of hand.failed)
      tools.log.error({ clock: clock.name, itemId: id, code }, 'set aside by the clock')
    const others = new Set([...hand.looked, ...hand.failed.map(it => it.id)])
    const settled = { done: leased.filter(id => !others.has(id)), looked: hand.looked, failed: hand.failed }
    await releaseWork(house.db, clock.name, settled, house.now)
  }
}

type Hand = { moved: number; failed: Failure[]; looked: string[]; isOver: () => boolean }

/** Whoever holds leases long enough to lose them does nothing more under them. */
const openHand = (isOver: () => boolean): Hand => {
  const until = performance.now() + leaseSeconds * 500
  return { moved: 0, failed: [], looked: [], isOver: () => isOver() || performance.now() > until }
}

/** Takes each by itself, some at a time. Answers which did not move. */
const takeAll = async (house: House, clock: Clock, ids: readonly string[], hand: Hand): Promise<string[]> => {
  const failedBefore = hand.failed.length
  const items = await takeUpAll(house, clock, ids, hand)
  hand.moved += ids.length - items.length - (hand.failed.length - failedBefore)
  const unmoved: string[] = []
  const queue = items.values()
  let away: unknown
  const work = async () => {
    for (const item of queue) {
      if (away || hand.isOver()) return
      try {
        if (await item.take()) hand.moved++
        else unmoved.push(item.id)
      } catch (error) {
        if (isAway(error)) away = error
        else hand.failed.push({ id: item.id, code: reasonOf(error) })
      }
    }
  }
  await Promise.all(Array.from({ length: clock.polls ? 1 : inHand }, work))
  if (away) throw away
  return unmoved
}

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
