import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Demo, now } from '../support/seeded-town.ts'
import { brokenBookings } from './invariants.ts'

export const demo: Demo = town => {
  test('every village has its legal room and hours; three neighbours have booked, lawfully, and nobody is rung for it', async () => {
    expect(
      await town().count(sql`select from areas a where level = 'community' and not exists (
      select from office_places p join office_hours h on h.place_id = p.id where p.community_id = a.id and p.code ~ '^[A-Z0-9]{8}$')`),
    ).toBe(0)
    expect(
      await town().count(sql`select from office_hours a join office_hours b on a.adviser_id = b.adviser_id and a.id < b.id
      and a.weekday = b.weekday`),
    ).toBe(0)
    expect(await brokenBookings(town().db)).toEqual([])
    expect(await town().count(sql`select from bookings where state = 'booked'`)).toBe(3)
    for (const state of ['confirmed', 'met', 'missed'])
      expect(await town().count(sql`select from bookings where state = ${state}`), state).toBeGreaterThan(0)
    expect(
      await town().count(
        sql`select from bookings b join people p on p.id = b.person_id where p.openid = 'demo-resident-1'`,
      ),
    ).toBe(1)
    expect(await town().count(sql`select from bookings where due_at <= ${now.toISOString()}::timestamptz`)).toBe(0)
    expect(await town().count(sql`select from alerts where kind like '%booking%'`)).toBeGreaterThan(0)
    expect(
      await town().count(
        sql`select from alerts where kind like '%booking%' and (channel <> 'inbox' or rung_at is not null)`,
      ),
    ).toBe(0)
  })
}
