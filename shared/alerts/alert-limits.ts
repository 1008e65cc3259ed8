/** So long the one who was told first has, at the least, before anybody else is told, whichever channel fails. */
export const inboxMinutes = { urgent: 3, calm: 10 } as const

/** Nobody is rung at night for what can wait; the inbox is silent and always has it. */
export const quietHours = { from: 22 * 60, to: 7 * 60 } as const

type Rung = readonly [via: string, urgentMinutes: number | null, calmMinutes: number | null]

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
export const urgentOnly: readonly string[] = ['sms', 'duty']
export const commonLadders = {
  staff: [...ringing, ['robot', 3, 10], ['colleague', 5, 30], ['sms', 3, null], ['above', 5, 60], ['duty', null, null]],
  counsel: [...ringing.map(([via]): Rung => [via, 3, 15]), ['sms', 3, null]],
  resident: [
    ['wechat', null, null],
    ['service', null, null],
  ],
} as const satisfies Record<string, readonly Rung[]>
