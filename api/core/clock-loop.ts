import { type Ended, leaseWork, listStillDue, markRounds, releaseWork } from '@huiyin/db/core/clock-work-queries.ts'
import { isAway } from '@huiyin/db/core/errors.ts'
import { clockLimits } from '@huiyin/shared/core/clock-limits.ts'
import { type Clock, openHand, reasonOf, takeAll } from './clock-hand.ts'
import type { House } from './context.ts'
import type { Outside } from './outside.ts'

type Tools = Pick<Outside, 'db' | 'now' | 'log'> & Partial<Pick<Outside, 'isWindingDown'>>

type Round = Ended & { of: Clock; moved: number }

const { roundMs, turn: inTurn, polledTurn } = clockLimits
/**
 * One round of these clocks: a batch of each in turn until nothing is due, or the time is over. Several processes share the work by
 * leases. What fails, or is due and cannot be moved, is set aside and holds up nothing else; only a database that is away ends
 * the round. Answers how many moved.
 */
export const runClocks = async (tools: Tools, clocks: readonly Clock[], ms: number = roundMs): Promise<number> => {
  const rounds = begin(clocks)
  await run(tools, rounds, ms)
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

const run = async (tools: Tools, rounds: readonly Round[], ms: number = roundMs): Promise<void> => {
  const house = { db: tools.db, now: tools.now(), round: {} }
  const until = performance.now() + ms
  const isOver = () => performance.now() > until || tools.isWindingDown?.() === true
  for (let open = [...rounds]; open.length > 0 && !isOver(); open = open.filter(it => !it.drained && it.code === null))
    for (const round of open) await turn(tools, house, round, isOver)
}

/** One batch of one clock. */
const turn = async (tools: Tools, house: House, round: Round, isOver: () => boolean): Promise<void> => {
  const clock = round.of
  try {
    const { ids, found } = await leaseWork(house.db, clock, clock.polls ? polledTurn : inTurn, house.now)
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
