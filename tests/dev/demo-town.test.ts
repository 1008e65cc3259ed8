import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demos } from '../lists/demos.ts'
import { keys, openSeededTown, type SeededTown } from '../support/seeded-town.ts'

let town: SeededTown
beforeAll(async () => {
  town = await openSeededTown()
})
afterAll(() => town.close())

test('the township is there once it is made, and not before', () => {
  expect(town.seeded).toEqual([false, true])
})

test('phone numbers are kept enciphered and open again for the service', async () => {
  const [row] = await town.all<{ id: string; sealed: string; mask: string }>(
    sql`select id, phone_cipher as sealed, phone_mask as mask from people where phone_cipher is not null limit 1`,
  )
  const phone = keys.open(row?.sealed ?? '', `people.phone ${row?.id}`)
  expect(phone).toMatch(/^142\d{8}$/)
  expect(row?.mask).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
})

describe.each(Object.entries(demos))('%s', (_, demo) => demo(() => town))
