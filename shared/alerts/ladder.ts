import type { Channel } from './alert.ts'

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

/** So long the one who was told first has, at the least, before anybody else is told, whichever channel fails. */
export const inboxMinutes = { urgent: 3, calm: 10 } as const

const minute = 60_000
const day = 24 * 60 * minute
const shanghai = 8 * 60 * minute
/** Nobody is rung at night for what can wait; the inbox is silent and always has it. */
export const quietHours = { from: 22 * 60, to: 7 * 60 } as const

/** The first moment at or after `at` when somebody may be rung. */
export const whenToRing = (at: Date, urgent: boolean): Date => {
  if (urgent) return at
  const midnight = Math.floor((at.getTime() + shanghai) / day) * day - shanghai
  const now = (at.getTime() - midnight) / minute
  if (now < quietHours.to) return new Date(midnight + quietHours.to * minute)
  if (now >= quietHours.from) return new Date(midnight + day + quietHours.to * minute)
  return at
}
