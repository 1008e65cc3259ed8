import type { Db } from '@huiyin/db/core/client.ts'
import { plainTime } from '@huiyin/shared/alerts/shanghai-time.ts'
import type { Keys } from './core/secrets.ts'

/** `read` opens the operator's file (undefined when it cannot be opened); `keys` encipher what must stay secret. */
export type Operator = {
  db: Db
  now: Date
  read: (file: string) => Promise<Uint8Array | undefined>
  keys: Pick<Keys, 'seal' | 'open' | 'sealPrefix' | 'blindIndex'>
}

/** What to print, and whether it was done. */
export type Said = { ok: boolean; text: string }

export const done = (text: string): Said => ({ ok: true, text })
export const refused = (text: string): Said => ({ ok: false, text })

export type Command = { least: number; most: number; run: (operator: Operator, args: string[]) => Promise<Said> }

export const command = (least: number, most: number, run: Command['run']): Command => ({ least, most, run })

/** 2026-11-24 10:05 */
export const inShanghai = plainTime

export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
