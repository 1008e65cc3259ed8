import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { repetitions } from '@huiyin/tests/support/depth.ts'
import { memoryStore } from '@huiyin/tests/support/memory-store.ts'
import { photo } from '@huiyin/tests/support/picture.ts'
import { refusal, type Someone } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FaultTown, openFaultTown } from './fault-town.ts'
import type { Sent } from './load.ts'

/** The same thing asked twice, by impatience or by trouble, is one thing. */
let town: FaultTown
let phones: Someone[]
let resident: Someone
const sent: Sent[] = []
let failing: 'bytes' | 'row' | undefined

const store = memoryStore()
beforeAll(async () => {
  const photoStore = {
    ...store,
    put: async (key: string, bytes: Uint8Array) => {
      if (failing === 'bytes') throw new Error('the photo store is full')
      await store.put(key, bytes)
      // Bytes are kept, and then the line to the database breaks before the row is written.
      if (failing === 'row') town.line.set('refuse')
      if (failing === 'row') town.line.cut()
    },
  }
  town = await openFaultTown({ photoStore })
  phones = await town.phones(2)
  resident = phones[0] as Someone
})
afterAll(() => town.close())

const leak = (words: string) => ({ id: randomUUID(), words, photoIds: [], buildingId: 't001v1g1b1' })
const file = async (input: ReturnType<typeof leak>) => {
  const receipt = await resident.call('fileReport', input)
  sent.push({ ...input, phone: 0, receipt, tries: 1, longest: 0 })
  return receipt
}

test('five taps at once and the same id from a second phone of hers are one matter; other words are refused', async () => {
  const input = leak('水管漏水')
  const receipts = await Promise.all([...Array(5)].map(() => resident.call('fileReport', input)))
  expect(new Set(receipts.map(it => it.number)).size).toBe(1)
  expect(await file(input)).toEqual(receipts[0])
  expect(await refusal(resident.call('fileReport', { ...input, words: '别的事' }))).toBe('id-reused')
  expect(await refusal((phones[1] as Someone).call('fileReport', input))).toBe('not-found')
  await town.check(sent, phones)
})

test.each(['bytes', 'row'] as const)(
  'when the %s of a photo cannot be written, the second try completes it',
  async what => {
    const id = randomUUID()
    const bytes = await photo()
    failing = what
    await expect(resident.upload(id, bytes)).rejects.toThrow('503 busy')
    const rows = await rowsOf<{ state: string }>(town.db, sql`select state from photos where id = ${id}::uuid`)
    expect(rows.filter(it => it.state === 'stored')).toEqual([])
    failing = undefined
    town.line.set('pass')
    await expect.poll(() => resident.upload(id, bytes).catch(() => undefined)).toMatchObject({ id, state: 'stored' })
    await town.check(sent, phones)
  },
)

/** Makes the next statements that file a report meet another one, as often as it says. */
const meet = (code: string, times: number) =>
  town.db.execute(
    sql.raw(`
    create sequence if not exists meetings;
    select setval('meetings', 1, false);
    create or replace function meet() returns trigger language plpgsql as $$ begin
      if nextval('meetings') <= ${times} then raise exception 'met' using errcode = '${code}'; end if;
      return new; end $$;
    create or replace trigger meet before insert on reports for each row execute function meet()`),
  )

test.each(['40001', '40P01'])('a statement that met another (%s) is asked again, three times at most', async code => {
  for (let n = 0; n < repetitions(1, 10); n++) {
    await meet(code, 3)
    await file(leak('路灯不亮'))
  }
  await meet(code, 4)
  const input = leak('井盖松了')
  expect(await refusal(resident.call('fileReport', input))).toBe('busy')
  await file(input)
  await town.check(sent, phones)
})

test.each([
  ['may only be read', '25006'],
  ['has a full disk', '53100'],
  ['has no connection left', '53300'],
])('a database that %s: a plain apology, nothing half done, and all is well afterwards', async (_, code) => {
  await meet(code, 1)
  const input = leak('下水道堵了')
  const answer = await resident.fetch('/api/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
  const rows = await rowsOf(town.db, sql`select from reports where id = ${input.id}::uuid`)
  expect(rows).toEqual([])
  await file(input)
  await town.check(sent, phones)
})

/** For new sessions of this town alone: the cluster is shared. */
const readOnly = (change: string) =>
  `do $$ begin execute format('alter database %I ${change}', current_database()); end $$`

test('a database that turns read-only under way, and back', async () => {
  const input = leak('电线垂下来了')
  await town.db.execute(sql.raw(readOnly('set default_transaction_read_only = on')))
  town.line.cut()
  await expect.poll(() => refusal(resident.call('fileReport', input)).catch(() => 'filed')).toBe('busy')
  await town.db.transaction(tx => tx.execute(sql.raw(readOnly('reset default_transaction_read_only'))), {
    accessMode: 'read write',
  })
  town.line.cut()
  await expect.poll(() => file(input).catch(() => undefined)).toMatchObject({ id: input.id })
  await town.check(sent, phones)
})
