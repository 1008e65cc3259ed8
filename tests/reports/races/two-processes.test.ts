import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { folderStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { allow } from '@huiyin/tests/alerts/allowing.ts'
import { meet } from '@huiyin/tests/support/gate.ts'
import { openTwoProcesses, type TownProcess, type Two } from '@huiyin/tests/support/two-processes.ts'
import { type Someone, tap, townUrl, tuesdayMorning } from '@huiyin/tests/support/world.ts'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPublishing } from '../publishing.ts'

/** Two processes of the service that share a database and nothing else: each race is stopped in the middle, where it would be lost. */
let town: Awaited<ReturnType<typeof openPublishing>>
let both: Two
let url: string
let resident: Someone
beforeAll(async () => {
  town = await openPublishing()
  url = town.world.databaseUrl ?? ''
  resident = of('resident')
  both = await openTwoProcesses(town.world, { PUBLIC_URL: townUrl })
  town.world.outside.photoStore = folderStore(both.photos)
})
beforeEach(() => {
  town.world.clock.now = tuesdayMorning
})
afterAll(async () => {
  both.close()
  await town.world.close()
})

const of = (name: string) => town.people[name] ?? expect.fail(`nobody called ${name}`)
const all = <T>(statement: SQL) => rowsOf<T>(town.world.outside.db, statement)
const file = async (words: string, by = resident) =>
  (await by.call('fileReport', { id: randomUUID(), words, buildingId: 't001v1g1b1' })).id
const theNight = new Date('2026-11-24T15:00:00.000Z')
const theMorning = new Date('2026-11-24T23:01:00.000Z')

test('what waits for the morning is sent once, though two processes deliver at once', async () => {
  const { world } = town
  for (const it of [of('worker'), await world.someone('worker-mate')]) await allow(world, it, 'task', 20)
  world.clock.now = theNight
  for (let n = 0; n < 3; n++) await file('路灯不亮')
  await world.settle()
  const before = world.wechat.control.sent().length
  world.clock.now = theMorning
  const takes = 'old.leased_until is null and new.leased_until is not null'
  const leases = { before: 'update', of: 'alerts', when: takes } as const
  const { waited } = await meet(url, leases, both.one.deliver, both.two.deliver)
  expect(waited, 'the second waits for nobody').toBe(false)
  expect(world.wechat.control.sent().length - before).toBe(6)
})

test('WeChat is asked about a photo once, though two processes look at once', async () => {
  const { world } = town
  const { id } = await resident.upload()
  await world.settle()
  await all(
    sql`update photos set check_state = 'waiting', check_tries = 0, check_due_at = stored_at where id = ${id}::uuid`,
  )
  const before = world.wechat.control.checks().length
  const takes = { before: 'update', of: 'photos', when: 'new.check_tries > old.check_tries' } as const
  const { waited } = await meet(url, takes, both.one.chores, both.two.chores)
  expect(waited, 'the second waits for nobody').toBe(false)
  expect(world.wechat.control.checks().length - before).toBe(1)
})

const files = () => readdirSync(both.photos, { recursive: true, withFileTypes: true }).filter(it => it.isFile()).length

test('one photo sent to both processes at once is one photo, and lies in the store once', async () => {
  const id = randomUUID()
  const before = files()
  const keeps = { before: 'update', of: 'photos', when: "new.state = 'stored' and old.state = 'awaited'" } as const
  const send = (it: TownProcess) => () => it.by(resident).upload(id)
  const { first, second } = await meet(url, keeps, send(both.one), send(both.two))
  for (const it of [first, second]) expect(it).toMatchObject({ status: 'fulfilled', value: { id, state: 'stored' } })
  expect(files() - before).toBe(2)
})

test('a late matter climbs by one process, and the other goes on to something else', async () => {
  const { world } = town
  const id = await file('燃气味很重')
  world.clock.forward(31)
  const climbs = { before: 'update', of: 'reports', when: `new.id = '${id}'` } as const
  const { waited } = await meet(url, climbs, both.one.chores, both.two.chores)
  expect(waited, 'the second waits for nobody').toBe(false)
  const { history, level } = await resident.call('getReport', { id })
  expect([level, history.filter(it => it.event === 'climb').length]).toEqual(['community', 1])
})

test('each of forty reports that two processes take has a number of its own', async () => {
  const number = async (n: number) => {
    const id = await file('路灯不亮', (n % 2 ? both.one : both.two).by(resident))
    return (await resident.call('getReport', { id })).number
  }
  expect(new Set(await Promise.all([...Array(40).keys()].map(number))).size).toBe(40)
})

test('of two who act on one matter by two processes one is heard, and the other finds it moved', async () => {
  const id = await file('路灯不亮')
  const moves = { before: 'update', of: 'reports', when: `new.id = '${id}'` } as const
  const withdraw = () => both.one.by(resident).call('withdrawReport', tap(id))
  const accept = () => both.two.by(of('worker')).call('acceptReport', tap(id))
  const { first, second } = await meet(url, moves, withdraw, accept)
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ status: 'rejected', reason: { problem: { code: 'wrong-state' } } })
})

const live = (id: string) =>
  all<{ state: string }>(sql`select state from publications where report_id = ${id}::uuid and state <> 'withdrawn'`)

test('published by two at once it is published once, and the copies of the other are gone', async () => {
  const matter = await town.mended()
  await town.allow(matter)
  const before = files()
  const publishes = { before: 'insert', of: 'publications' } as const
  const by = (it: TownProcess, name: string) => () => town.publish(matter, it.by(of(name)))
  const { first, second } = await meet(url, publishes, by(both.one, 'officer'), by(both.two, 'lead'))
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
  expect(await live(matter.id)).toEqual([{ state: 'public' }])
  expect(files() - before).toBe(4)
})

test('consent that is taken back while another process publishes leaves nothing published', async () => {
  const matter = await town.mended()
  await town.allow(matter)
  const publishes = { before: 'insert', of: 'publications' } as const
  const revoke = () => both.two.by(resident).call('revokePublication', { id: matter.id, consentId: matter.consentId })
  const publish = () => town.publish(matter, both.one.by(of('officer')))
  const { second, waited } = await meet(url, publishes, publish, revoke)
  expect([second.status, waited]).toEqual(['fulfilled', true])
  expect(await live(matter.id)).toEqual([])
})

test('a matter that is opened again while another process publishes leaves nothing published', async () => {
  const matter = await town.mended()
  await town.allow(matter)
  const publishes = { before: 'insert', of: 'publications' } as const
  const reopen = () =>
    both.two.by(resident).call('reopenReport', { id: matter.id, eventId: randomUUID(), words: '又漏了' })
  const publish = () => town.publish(matter, both.one.by(of('officer')))
  const { second, waited } = await meet(url, publishes, publish, reopen)
  expect([second.status, waited]).toEqual(['fulfilled', true])
  expect(await live(matter.id)).toEqual([])
})

test('what is opened again while another process would publish it is not published any more', async () => {
  const matter = await town.mended()
  await town.allow(matter)
  const reopens = { before: 'update', of: 'reports', when: `new.state = 'reopened'` } as const
  const reopen = () =>
    both.two.by(resident).call('reopenReport', { id: matter.id, eventId: randomUUID(), words: '又漏了' })
  const publish = () => town.publish(matter, both.one.by(of('officer')))
  const { second, waited } = await meet(url, reopens, reopen, publish)
  expect([second.status, waited]).toEqual(['rejected', true])
  expect(await live(matter.id)).toEqual([])
})
