import type { Db } from '@huiyin/db/core/client.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'

/** What one act is promised to do: who finds which message, and whether those who were rung before are left in peace. */
export type Promised = {
  hears: Record<string, string>
  quiets: boolean
}

/** Everybody who was told of the matter is as if rung and silent, until somebody answers. */
const ringOn = (db: Db, id: string) =>
  rowsOf(db, sql`update alerts set rung_at = 'infinity' where matter_id = ${id}::uuid and channel = 'inbox'`)

const inboxes = (db: Db, id: string) =>
  rowsOf<{ id: string; who: string; kind: string; rung: boolean }>(
    db,
    sql`select a.id, p.openid as who, a.kind, a.rung_at is not null as rung from alerts a join people p on p.id = a.recipient_id
      where a.matter_id = ${id}::uuid and a.channel = 'inbox' and a.kind <> 'task-unanswered'`,
  )

/** Does it, and looks at every inbox of the town: these hear, and nobody else; answers how it found them. */
export const listen = async (db: Db, id: string, act: () => Promise<unknown>, settle: () => Promise<void>) => {
  await settle()
  await ringOn(db, id)
  const before = new Set((await inboxes(db, id)).map(it => it.id))
  await act()
  await settle()
  const after = await inboxes(db, id)
  const fresh = after.filter(it => !before.has(it.id))
  const old = after.filter(it => before.has(it.id))
  expect(new Set(fresh.map(it => it.who)).size, 'nobody is told twice of one act').toBe(fresh.length)
  const quiet = old.filter(it => !it.rung)
  expect([0, old.length], 'all who were rung are left in peace, or none').toContain(quiet.length)
  return {
    hears: Object.fromEntries(fresh.map(it => [it.who, it.kind]).sort()),
    quiets: old.length > 0 && quiet.length > 0,
  }
}
