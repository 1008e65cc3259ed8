import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '@huiyin/api/core/secrets.ts'
import { listBrokenSeals } from '@huiyin/api/history-commands.ts'
import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { refusal, type Someone } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { brokenInvariants } from '../invariants.ts'
import type { Sent } from './load.ts'

/** What there is to look at after a fault. */
export type Aftermath = {
  /** A way to the database that had no part in the fault. */
  db: Db
  sent: Sent[]
  phones: Someone[]
  /** Everything that was logged and every body of a refusal, as text. */
  said?: string[]
}

/**
 * The one checker after every fault. What a phone holds a receipt for is stored as it was sent, once (I1, I2); the same
 * again gets the same receipt, other words under its id are refused (I3); histories and alerts are lawful (I6, I7); nothing
 * that was said in trouble holds words, phones, tokens, SQL or a stack (I10); every seal of the history holds (I12).
 */
export const checkAftermath = async ({ db, sent, phones, said = [] }: Aftermath): Promise<void> => {
  expect(sent.filter(it => !it.receipt)).toEqual([])
  const rows = await rowsOf<{ id: string; number: string; words: string }>(
    db,
    sql`select id, number, words from reports`,
  )
  const stored = new Map(rows.map(row => [row.id, row]))
  const wrong = sent.filter(it => {
    const row = stored.get(it.id)
    return row?.number !== it.receipt?.number || row?.words !== it.words
  })
  expect(wrong).toEqual([])
  expect(rows).toHaveLength(sent.length)
  expect(new Set(rows.map(row => row.number)).size).toBe(rows.length)
  expect(await brokenInvariants(db)).toEqual([])
  expect(await listBrokenSeals(db)).toEqual([])
  for (const it of sent.slice(-3)) await checkRepeat(it, phones)
  const secrets = [...sent.map(it => it.words), ...phones.flatMap(it => [it.token, it.openid])]
  const text = said.join('\n')
  expect(secrets.filter(it => text.includes(it))).toEqual([])
  expect(text).not.toMatch(/\b(select|insert|update) .*(from|into|set)\b|node_modules|postgres:\/\//i)
}

/** Every stored photo has its bytes, unchanged, and nothing else lies in the folder (I9). */
export const checkBytes = async (db: Db, folder: string): Promise<void> => {
  const rows = await rowsOf<{ key: string; full: string; thumb: string }>(
    db,
    sql`select storage_key as key, full_hash as full, thumb_hash as thumb from photos where state = 'stored'`,
  )
  const wanted = rows.flatMap(({ key, full, thumb }) => [
    [`${key}.jpg`, full],
    [`${key}.thumb.jpg`, thumb],
  ])
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.jpg'))
    .map(name => [name, sha256(readFileSync(join(folder, name)))])
  expect(found.sort()).toEqual(wanted.sort())
}

const checkRepeat = async ({ id, words, photoIds, phone, receipt }: Sent, phones: Someone[]) => {
  const sender = phones[phone]
  if (!sender) throw new Error('nobody sent this')
  const input = { id, words, photoIds, buildingId: 't001v1g1b1' }
  expect(await sender.call('fileReport', input)).toEqual(receipt)
  expect(await refusal(sender.call('fileReport', { ...input, words: '另一件事' }))).toBe('id-reused')
}
