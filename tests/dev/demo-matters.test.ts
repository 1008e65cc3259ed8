import { keysFrom } from '@huiyin/api/core/secrets.ts'
import { type OpenDb, openEmbedded, rowsOf } from '@huiyin/db/core/client.ts'
import { migrateEmbedded } from '@huiyin/db/core/migrations.ts'
import { guessKind } from '@huiyin/shared/reports/report-kinds.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSeeded, seedTown } from '../../dev/town/seed.ts'
import { stories } from '../../dev/town/stories.ts'
import { brokenBookings } from '../support/booking-invariants.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { memoryStore } from '../support/memory-store.ts'
import { brokenQuestions } from '../support/question-invariants.ts'

const now = new Date('2026-11-24T02:00:00.000Z')
const photoStore = memoryStore()
const keys = keysFrom(Buffer.alloc(32, 'demo').toString('base64'))
let opened: OpenDb

const all = <T>(statement: ReturnType<typeof sql>) => rowsOf<T>(opened.db, statement)
const count = async (statement: ReturnType<typeof sql>) =>
  (await all<{ n: number }>(sql`select count(*)::int as n from (${statement}) t`))[0]?.n

beforeAll(async () => {
  opened = await openEmbedded()
  await migrateEmbedded(opened.db)
  expect(await isSeeded(opened.db)).toBe(false)
  await seedTown(opened.db, photoStore, keys, now)
})
afterAll(() => opened.close())

test('the town has lived through two thousand matters in twelve months, and nothing impossible happened', async () => {
  expect(await isSeeded(opened.db)).toBe(true)
  expect(await count(sql`select from reports`)).toBe(2000)
  expect(
    await count(sql`select from reports where created_at < ${now.toISOString()}::timestamptz - interval '366 days'`),
  ).toBe(0)
  expect(await brokenInvariants(opened.db)).toEqual([])
})

test('about forty matters are open, in every state, some of them late', async () => {
  const open = sql`select from reports where state not in ('closed', 'withdrawn')`
  expect(await count(open)).toBeGreaterThanOrEqual(35)
  expect(await count(open)).toBeLessThanOrEqual(60)
  const states = await all<{ state: string }>(sql`select distinct state from reports`)
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
  expect(await count(sql`${open} and resolve_by < ${now.toISOString()}::timestamptz`)).toBeGreaterThan(3)
})

test('no deadline has been missed without a climb when the demo opens', async () => {
  expect(await count(sql`select from reports where due_at <= ${now.toISOString()}::timestamptz`)).toBe(0)
  expect(await count(sql`select from report_events where at > ${now.toISOString()}::timestamptz`)).toBe(0)
  expect(await count(sql`select from report_events where event = 'climb'`)).toBeGreaterThan(50)
})

test('every open matter is owned by somebody who holds the duty of its level', async () => {
  const strangers = sql`
    select from reports r where state not in ('closed', 'withdrawn') and not exists (
      select from postings p where p.person_id = r.owner_id and p.until_at is null
        and (p.role, p.area_id) in (('worker', r.grid_id), ('lead', r.community_id), ('officer', r.township_id), ('supervisor', r.district_id)))`
  expect(await count(strangers)).toBe(0)
})

test('a partner unit stands by every dispatched matter', async () => {
  expect(await count(sql`select from reports where state = 'dispatched' and unit_id is null`)).toBe(0)
})

test('each matter is counted joined by as many neighbours as follow it', async () => {
  const wrong = sql`
    select from reports r where joiners <> (select count(*) - 1 from report_followers f where f.report_id = r.id)`
  expect(await count(wrong)).toBe(0)
})

test('numbers are unique, and the next report goes on behind them', async () => {
  expect(await count(sql`select distinct number from reports`)).toBe(2000)
  const [row] = await all<{ next: string }>(sql`select nextval('report_numbers')::text as next`)
  expect(Number(row?.next)).toBe(2001)
})

test('every stored photo has its two pictures in the store', async () => {
  const rows = await all<{ key: string }>(sql`select distinct storage_key as key from photos`)
  expect(rows.length).toBeGreaterThan(60)
  for (const { key } of rows) {
    expect(await photoStore.get(`${key}.jpg`)).toBeDefined()
    expect(await photoStore.get(`${key}.thumb.jpg`)).toBeDefined()
  }
})

test('phone numbers are kept enciphered and open again for the service', async () => {
  const [row] = await all<{ id: string; sealed: string; mask: string }>(
    sql`select id, phone_cipher as sealed, phone_mask as mask from people where phone_cipher is not null limit 1`,
  )
  const phone = keys.open(row?.sealed ?? '', `people.phone ${row?.id}`)
  expect(phone).toMatch(/^142\d{8}$/)
  expect(row?.mask).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
})

test('the service understands every sentence of the town as the kind it is about', () => {
  for (const { kind, said } of stories)
    for (const sentence of said) expect([sentence, guessKind(sentence)]).toEqual([sentence, kind])
})

test('the lawyers have answered, published with consent, and have some waiting; nothing is late and nobody is rung for it', async () => {
  expect(await brokenQuestions(opened.db)).toEqual([])
  expect(await count(sql`select from legal_answers`)).toBe(6)
  const states = await all<{ state: string }>(sql`select distinct state from questions order by state`)
  expect(states.map(it => it.state)).toEqual(['answered', 'claimed', 'closed', 'waiting'])
  expect(await count(sql`select from questions where due_at <= ${now.toISOString()}::timestamptz`)).toBe(0)
  expect(
    await count(sql`select from alerts where kind like '%question%' and (channel <> 'inbox' or rung_at is not null)`),
  ).toBe(0)
})

test('every village has its legal room and hours; three neighbours have booked, lawfully, and nobody is rung for it', async () => {
  expect(
    await count(sql`select from areas a where level = 'community' and not exists (
    select from office_places p join office_hours h on h.place_id = p.id where p.community_id = a.id and p.code ~ '^[A-Z0-9]{8}$')`),
  ).toBe(0)
  expect(
    await count(sql`select from office_hours a join office_hours b on a.adviser_id = b.adviser_id and a.id < b.id
    and a.weekday = b.weekday`),
  ).toBe(0)
  expect(await brokenBookings(opened.db)).toEqual([])
  expect(await count(sql`select from bookings where state = 'booked'`)).toBe(3)
  for (const state of ['confirmed', 'met', 'missed'])
    expect(await count(sql`select from bookings where state = ${state}`), state).toBeGreaterThan(0)
  expect(
    await count(sql`select from bookings b join people p on p.id = b.person_id where p.openid = 'demo-resident-1'`),
  ).toBe(1)
  expect(await count(sql`select from bookings where due_at <= ${now.toISOString()}::timestamptz`)).toBe(0)
  expect(await count(sql`select from alerts where kind like '%booking%'`)).toBeGreaterThan(0)
  expect(
    await count(sql`select from alerts where kind like '%booking%' and (channel <> 'inbox' or rung_at is not null)`),
  ).toBe(0)
})
