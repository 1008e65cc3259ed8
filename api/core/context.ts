import type { Db } from '@huiyin/db/core/client.ts'
import { can, holdsPost, type Me, type Policy, type Role } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input, Route } from '@huiyin/shared/core/route.ts'
import type { Outside } from './outside.ts'

/** What a verb is given: who asks, when, and the way to everything else. */
export type Ctx = {
  db: Db
  me: Me
  now: Date
  outside: Outside
  /** SHA-256 of the caller's token; empty on open routes. */
  tokenHash: string
  /** The uploaded file, on upload routes. */
  file?: { bytes: Uint8Array } | undefined
}

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

/** Refuses what the policy does not allow: `not-found` to those who may not even see, `not-allowed` to the others. */
export const demand = <S, R extends string, A extends string>(
  policy: Policy<S, R, A | 'see'>,
  me: Me,
  action: A | 'see',
  subject: S,
): void => {
  if (can(policy, me, action, subject)) return
  refuse(can(policy, me, 'see', subject) ? 'not-allowed' : 'not-found')
}
