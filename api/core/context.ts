import type { Db } from '@huiyin/db/core/client.ts'
import { holdsPost, type Me, type Role } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input, Route } from '@huiyin/shared/core/route.ts'
import type { Outside } from './outside.ts'

/** What a verb is given: who asks, when, and the way to everything else. */
export type Ctx = {
  db: Db
  me: Me
  now: Date
  /** Aborted once the caller has been told to come again: what is begun then would be finished in secret. Absent without a caller. */
  late?: AbortSignal
  outside: Outside
  /** SHA-256 of the caller's token; empty on open routes. */
  tokenHash: string
  /** The uploaded file, on upload routes. */
  file?: { bytes: Uint8Array } | undefined
}

/** What is kept with a request while it is answered, for the log. */
export type Vars = { Variables: { requestId: string; routePath: string } }

/** What is needed to read and write, by whomever: the clock works with no more. `round` lives as long as its round. */
export type House = Pick<Ctx, 'db' | 'now'> & { round?: object }

/** One verb for each route of a room. Bytes routes answer with a Response. */
export type Answers<R extends Record<string, Route>> = {
  [K in keyof R]: (
    ctx: Ctx,
    input: Input<R[K]>,
  ) => Promise<R[K] extends { bytes: readonly string[] } ? Response : Answer<R[K]>>
}

/** Refuses whoever does not hold this duty in this very area. */
export const demandPost = ({ me }: Pick<Ctx, 'me'>, role: Role, areaId: string): void => {
  if (!holdsPost(me, role, areaId)) refuse('not-allowed')
}
