import type { Someone } from '../support/world.ts'
import type { Demand } from './pressing.ts'
import type { Teller } from './telling.ts'

/** Paths below /api, and who reads each of them. */
export type Readers = { by: readonly string[]; paths: readonly string[] }

/** What somebody, or whoever began it, does next with a matter in this state. `by`: nobody stands for whoever began it. */
export type Step = {
  by: readonly string[]
  take: (who: Someone, it: { id: string; fence: number }) => Promise<unknown>
}

type Row = { id: string; openid: string }

/** What a room adds to the tests of an upgrade: `upgrade.ts` in its folder exports it as `upgrade`. */
export type Upgrade = {
  /** Where its matters lie, which column names whoever began one, and what can happen to it. */
  matters: string
  begunBy: string
  events: { table: string; all: readonly string[] }
  /** What lies around the matters. */
  furnish?: (it: Teller) => Promise<void>
  /** On the first day. Answers how it goes on in the days after, each of these at its own hours. */
  begin: (it: Teller) => Promise<(() => Promise<void>) | undefined>
  /** Two weeks later: one of every state stays open. */
  goOn: (it: Teller) => Promise<void>
  /** What everybody reads, what is on which desk, and where its matters are found. */
  readings: (matters: readonly Row[]) => { own: readonly string[]; others: readonly Readers[] }
  /** One step from each open state. */
  further: Record<string, Step>
  /** A resident asks for something while the service is upgraded; undefined when it was not to be had. */
  demand: (who: Someone) => Promise<Demand | undefined>
  read: (who: Someone, id: string) => Promise<{ number: string }>
}
