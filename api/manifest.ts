import type { Db } from '@huiyin/db/core/client.ts'
import type { BrokenSeal } from '@huiyin/db/matters/seal-queries.ts'
import type { History } from '@huiyin/db/matters/step-queries.ts'
import type { Kinds } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Command, Operator } from './command.ts'
import type { Clock } from './core/clock-hand.ts'
import type { Doors } from './core/doors.ts'
import type { Room } from './core/handler.ts'
import type { Outside } from './core/outside.ts'
import type { PushHandlers } from './core/push-event.ts'

/** A column that lies enciphered: how its rows are found that are sealed with another key, and how one is sealed anew. */
export type SealedField = {
  counts: 'phones' | 'robots' | 'texts' | 'files'
  /** Rows whose seal does not begin with `prefix`, by id from `past` on. `about`: what the seal is bound to. */
  list: (db: Db, prefix: string, past: string | undefined, limit: number) => Promise<SealedRow[]>
  renew: (
    db: Db,
    row: { id: string; before: string; plain: string; about: string },
    keys: Operator['keys'],
  ) => Promise<void>
}
export type SealedRow = { id: string; cipher: string; about: string }

/** What a room brings to the service. `rooms.ts` lists whichever are there. */
export type Manifest = {
  /** Where rooms come one after another (routes, clocks), the lower comes first. */
  rank: number
  answers?: (outside: Outside) => readonly Room[]
  alerts?: Kinds
  clocks?: (outside: Outside) => readonly Clock[]
  /** By name, once a round after the clocks. */
  chores?: (outside: Outside) => Record<string, () => Promise<unknown>>
  /** Asks the platform about what was written; also right after an answer. Answers how many. */
  checks?: (outside: Outside) => Promise<number>
  pushes?: (outside: Outside) => PushHandlers
  commands?: Readonly<Record<string, Command>>
  history?: History
  /** Further rows that are sealed. */
  brokenSeals?: (db: Db) => Promise<BrokenSeal[]>
  sealed?: readonly SealedField[]
  /** How the operator reads the urgencies of the table of deadlines. */
  terms?: Readonly<Record<string, string>>
  doors?: Partial<Doors>
}

export const inOrder = (rooms: Record<string, Manifest>): readonly Manifest[] =>
  Object.values(rooms).sort((one, other) => one.rank - other.rank)
