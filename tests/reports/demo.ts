import { stories } from '@huiyin/dev/reports/stories.ts'
import { triage } from '@huiyin/shared/reports/triage.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Demo, now } from '../support/seeded-town.ts'
import { brokenInvariants } from './invariants.ts'

export const demo: Demo = town => {
  test('the town has lived through two thousand matters in twelve months, and nothing impossible happened', async () => {
    expect(await town().count(sql`select from reports`)).toBe(2000)
    expect(
      await town().count(
        sql`select from reports where created_at < ${now.toISOString()}::timestamptz - interval '366 days'`,
      ),
    ).toBe(0)
    expect(await brokenInvariants(town().db)).toEqual([])
  })

  test('about forty matters are open, in every state, some of them late', async () => {
    const open = sql`select from reports where state not in ('closed', 'withdrawn')`
    expect(await town().count(open)).toBeGreaterThanOrEqual(35)
    expect(await town().count(open)).toBeLessThanOrEqual(60)
    const states = await town().all<{ state: string }>(sql`select distinct state from reports`)
    expect(states.map(it => it.state).sort()).toEqual([
      'accepted',
      'closed',
      'dispatched',
      'filed',
      'reopened',
      'resolved',
      'returned',
      'withdrawn',
      'working',
    ])
    expect(await town().count(sql`${open} and resolve_by < ${now.toISOString()}::timestamptz`)).toBeGreaterThan(3)
  })

  test('no deadline has been missed without a climb when the demo opens', async () => {
    expect(await town().count(sql`select from reports where due_at <= ${now.toISOString()}::timestamptz`)).toBe(0)
    expect(await town().count(sql`select from report_events where at > ${now.toISOString()}::timestamptz`)).toBe(0)
    expect(await town().count(sql`select from report_events where event = 'climb'`)).toBeGreaterThan(50)
  })

  test('every open matter is owned by somebody who holds the duty of its level', async () => {
    const strangers = sql`
      select from reports r where state not in ('closed', 'withdrawn') and not exists (
        select from postings p where p.person_id = r.owner_id and p.until_at is null
          and (p.role, p.area_id) in (('worker', r.grid_id), ('lead', r.community_id), ('officer', r.township_id), ('supervisor', r.district_id)))`
    expect(await town().count(strangers)).toBe(0)
  })

  test('a partner unit stands by every dispatched matter', async () => {
    expect(await town().count(sql`select from reports where state = 'dispatched' and unit_id is null`)).toBe(0)
  })

  test('each matter is counted joined by as many neighbours as follow it', async () => {
    const wrong = sql`
      select from reports r where joiners <> (select count(*) - 1 from report_followers f where f.report_id = r.id)`
    expect(await town().count(wrong)).toBe(0)
  })

  test('numbers are unique, and the next report goes on behind them', async () => {
    expect(await town().count(sql`select distinct number from reports`)).toBe(2000)
    const [row] = await town().all<{ next: string }>(sql`select nextval('report_numbers')::text as next`)
    expect(Number(row?.next)).toBe(2001)
  })

  test('every stored photo has its two pictures in the store', async () => {
    const rows = await town().all<{ key: string }>(sql`select distinct storage_key as key from photos`)
    expect(rows.length).toBeGreaterThan(60)
    for (const { key } of rows) {
      expect(await town().photoStore.get(`${key}.jpg`)).toBeDefined()
      expect(await town().photoStore.get(`${key}.thumb.jpg`)).toBeDefined()
    }
  })

  test('the service understands every sentence of the town as the kind it is about', () => {
    for (const { kind, said } of stories)
      for (const sentence of said) expect([sentence, triage(sentence).kind]).toEqual([sentence, kind])
  })
}
