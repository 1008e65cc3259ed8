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

type Rung = readonly [via: Via, urgentMinutes: number | null, calmMinutes: number | null]

/**
 * What a county may change: rows of `ladders`, and what every county begins with: each channel in turn, and so many minutes until the
 * next (null: only if it fails). `urgentOnly`: not rung for what can wait. A test holds the database to these.
 */
const ringing: readonly Rung[] = [
  ['employee', 3, 10],
  ['wechat', 3, 10],
  ['service', 3, 10],
  ['wecom', 3, 10],
]
export const urgentOnly: readonly Via[] = ['sms', 'duty']
export const commonLadders = {
  staff: [...ringing, ['robot', 3, 10], ['colleague', 5, 30], ['sms', 3, null], ['above', 5, 60], ['duty', null, null]],
  counsel: [...ringing.map(([via]): Rung => [via, 3, 15]), ['sms', 3, null]],
  resident: [
    ['wechat', null, null],
    ['service', null, null],
  ],
} as const satisfies Record<string, readonly Rung[]>

/** Whose ladder is which of these. Counsel is only rung, never passed on: a question's circle widens by its own clock. */
export const ladderOf = (audience: Audience): keyof typeof commonLadders => {
  if (audience === 'resident') return 'resident'
  return audience === 'adviser' || audience === 'justice' ? 'counsel' : 'staff'
}
