import { rowsOf } from '@huiyin/db/core/client.ts'
import { isBusy } from '@huiyin/db/core/errors.ts'
import { repetitions } from '@huiyin/tests/support/depth.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FaultTown, openFaultTown, pause, timed } from './fault-town.ts'
import { fileMany, type Sent } from './load.ts'

/** Between the service and its database: a line that is cut, goes silent, hangs up, or is slow. */
let town: FaultTown
let phones: Someone[]
const sent: Sent[] = []

beforeAll(async () => {
  town = await openFaultTown()
  phones = await town.phones(6)
})
afterAll(() => town.close())

/** Phones file while something happens to the line; everybody is served in the end. */
const fileDuring = async (each: number, trouble: () => Promise<void>) => {
  const filing = fileMany(
    phones.map(it => it.fetch),
    each,
    10_000,
  )
  await trouble()
  town.line.set('pass')
  const filed = await filing
  sent.push(...filed)
  await town.check(sent, phones)
  return filed
}

test('the line is cut again and again while phones file reports', async () => {
  await fileDuring(repetitions(20, 100), async () => {
    for (let cuts = 0; cuts < repetitions(5, 20); cuts++) {
      await pause(100)
      town.line.cut()
    }
  })
})

test('the line is cut in the middle of transactions: each ends with an error, none by halves, and the process lives', async () => {
  const { db } = town.outside
  const ended: unknown[] = []
  const marks = () => rowsOf(town.db, sql`select day from calendar_days where name = '断线试验'`)
  for (let n = 0; n < repetitions(5, 20); n++) {
    const underWay = db.transaction(async tx => {
      await tx.execute(
        sql`insert into calendar_days (day, working, name) values (${`2031-01-${10 + n}`}::date, true, '断线试验')`,
      )
      town.line.cut()
      await tx.execute(sql`select 1`)
    })
    ended.push(await underWay.then(() => 'done').catch(isBusy))
  }
  // postgres.js by itself would have written to the lost connection and ended the process.
  expect(ended).toEqual(ended.map(() => true))
  expect(await marks()).toEqual([])
  expect((await town.fetch('/readyz')).status).toBe(200)
})

test('every connection is ended by the database itself, in the middle of work', async () => {
  await fileDuring(repetitions(20, 100), async () => {
    for (let n = 0; n < repetitions(5, 20); n++) {
      await pause(100)
      await rowsOf(
        town.db,
        sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      ).catch(() => {})
    }
  })
})

// That nobody waits longer than five seconds is measured by the bench: here a wait without end would end the test.
test('the line goes silent: everybody is told to come again, nobody waits for ever', async () => {
  const filed = await fileDuring(20, async () => {
    await pause(100)
    town.line.set('hole')
    const answer = await timed(town.fetch('/readyz'))
    expect(answer).toMatchObject({ status: 503, retry: '2' })
    expect((await town.fetch('/healthz')).status).toBe(200)
    await pause(repetitions(500, 25_000))
  })
  expect(filed.some(it => it.tries > 1)).toBe(true)
})

test('a database that hangs up in the middle of every start-up is dialled five times a second at most', async () => {
  const seconds = repetitions(3, 10)
  await fileDuring(5, async () => {
    town.line.set('hang up')
    town.line.cut()
    await pause(300)
    town.line.dialled()
    const before = process.cpuUsage()
    const started = performance.now()
    await pause(seconds * 1000)
    const passed = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(before)
    expect(town.line.dialled()).toBeLessThanOrEqual(Math.ceil(passed * 5) + 1)
    expect((user + system) / 1e6 / passed).toBeLessThan(0.5)
  })
})

test('a database that takes four seconds for every word: still an answer, and an apology', async () => {
  await pause(600)
  await fileDuring(2, async () => {
    town.line.delay(2000)
    const answer = await timed(town.fetch('/readyz'))
    expect(answer).toMatchObject({ status: 503, retry: '2' })
    expect((await town.fetch('/healthz')).status).toBe(200)
    town.line.delay(0)
  })
})

test('somebody holds a lock on all reports: those who want in come again and get their receipt', async () => {
  // They file only once the lock is held, and it is held until the service has refused one of them.
  const { filing } = await town.db.transaction(async tx => {
    await tx.execute(sql`lock table reports in access exclusive mode`)
    const heard = town.said.length
    const filing = fileDuring(1, async () => {})
    while (!town.said.slice(heard).some(it => it.includes('"status":503'))) await pause(100)
    await pause(repetitions(100, 4000))
    return { filing }
  })
  const filed = await filing
  expect(filed.some(it => it.tries > 1)).toBe(true)
})

test('after all that no connection is left over', async () => {
  const count = async () => {
    const [row] = await rowsOf<{ n: number }>(
      town.db,
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    return row?.n
  }
  // The service may keep its pool of five, the checker's own pool may keep some too.
  await expect.poll(count).toBeLessThanOrEqual(10)
})
