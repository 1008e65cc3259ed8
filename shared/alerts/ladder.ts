import { midnightBefore } from '../core/working-time.ts'
import type { Channel } from './alert.ts'
import { type commonLadders, quietHours } from './alert-limits.ts'

/** Whose ladder it is: each duty climbs its own way; `resident` is everybody who follows a matter. Questions widen by their own
 * clock, so the ladders of `adviser` and `justice` only ring. */
export const audiences = [
  'resident',
  'worker',
  'lead',
  'officer',
  'supervisor',
  'partner',
  'adviser',
  'justice',
] as const
export type Audience = (typeof audiences)[number]

/** Whose ladder is which of these. Counsel is only rung, never passed on: a question's circle widens by its own clock. */
export const ladderOf = (audience: Audience): keyof typeof commonLadders => {
  if (audience === 'resident') return 'resident'
  return audience === 'adviser' || audience === 'justice' ? 'counsel' : 'staff'
}

/** Whose ladders turn to somebody else where nobody answers. */
export const staffAudiences: readonly Audience[] = audiences.filter(it => ladderOf(it) === 'staff')

/**
 * What a rung of the ladder does: rings through a channel, or turns to somebody else: a `colleague` who holds the same
 * duty, the level `above`, the `duty` list of telephone numbers.
 */
export const rings = ['employee', 'wechat', 'service', 'wecom', 'robot', 'sms'] as const satisfies readonly Channel[]
export type Ring = (typeof rings)[number]
export const others = ['colleague', 'above', 'duty'] as const
export type Other = (typeof others)[number]
export const vias = [...rings, ...others] as const
export type Via = Ring | Other

const minute = 60_000
const day = 24 * 60 * minute
/** The first moment at or after `at` when somebody may be rung. */
export const whenToRing = (at: Date, urgent: boolean): Date => {
  if (urgent) return at
  const midnight = midnightBefore(at).getTime()
  const now = (at.getTime() - midnight) / minute
  if (now < quietHours.to) return new Date(midnight + quietHours.to * minute)
  if (now >= quietHours.from) return new Date(midnight + day + quietHours.to * minute)
  return at
}
