/** So long the one who was told first has, at the least, before anybody else is told, whichever channel fails. */
export const inboxMinutes = { urgent: 3, calm: 10 } as const

/** Nobody is rung at night for what can wait; the inbox is silent and always has it. */
export const quietHours = { from: 22 * 60, to: 7 * 60 } as const

/** Once a channel answers again, what its outage has put off is tried within so many seconds. */
export const afterOutageSeconds = { urgent: 5, calm: 60 } as const
/** So often, and so many seconds, a message is tried before it is given up: four hours. */
export const patience = { attempts: 18, seconds: 4 * 3600 } as const
/** A row that so many workers have died of is not tried again. */
export const mostCrashes = 3

const ringing = [
  ['employee', 3, 10],
  ['wechat', 3, 10],
  ['service', 3, 10],
  ['wecom', 3, 10],
] as const
/** Not rung for what can wait. */
export const urgentOnly: readonly string[] = ['sms', 'duty']
/**
 * What a county may change: rows of `ladders`, and what every county begins with: each channel in turn, and so many minutes until the
 * next when it is urgent, when it is calm (null: only if it fails).
 */
export const commonLadders = {
  staff: [...ringing, ['robot', 3, 10], ['colleague', 5, 30], ['sms', 3, null], ['above', 5, 60], ['duty', null, null]],
  counsel: [...ringing.map(([via]) => [via, 3, 15] as const), ['sms', 3, null]],
  resident: [
    ['wechat', null, null],
    ['service', null, null],
  ],
} as const satisfies Record<string, readonly (readonly [via: string, urgent: number | null, calm: number | null])[]>
