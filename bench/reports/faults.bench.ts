import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPostgres, rowsOf } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { fileMany, type Sent } from '@huiyin/tests/reports/faults/load.ts'
import { brokenInvariants } from '@huiyin/tests/reports/invariants.ts'
import { type Cluster, freePort } from '@huiyin/tests/support/cluster.ts'
import { bundleServer } from '@huiyin/tests/support/server-bundle.ts'
import { type ServerProcess, startServer } from '@huiyin/tests/support/server-process.ts'
import { buildTown } from '@huiyin/tests/support/town.ts'
import { type Someone, signIn } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { sized } from '../bench.ts'
import { heading, median, round, type Section, table, verdict } from '../results.ts'
import { versionOf } from '../support.ts'

/** What the phones saw, over the whole run. */
type Seen = { acknowledged: number; busy: number; unreached: number; longest: number; lastSuccess: number }

/**
 * Phones file reports while the service and its database are killed (SIGKILL) at even distances: is everything that was
 * acknowledged there, once? The longest request, and how soon after the database is back the first one succeeds.
 */
export const bench = sized({
  whole: { submits: 10_000, phones: 16, kills: 30 },
  tiny: { submits: 40, phones: 4, kills: 3 },
  run: async (cluster, { submits, phones, kills }) => {
    const url = await cluster.createDatabase('faults')
    const version = await versionOf(url)
    const town = await openPostgres(url, { max: 2 })
    await buildTown(town.db)
    const wechat = createFakeWechat()
    const listening = await wechat.listen()
    const env = { ...demoEnv(listening.url), DATABASE_URL: url, CHECK_ANSWERS: 'off' }
    const port = await freePort()
    const bundle = await bundleServer()
    let server = await startServer(env, port, bundle.program)
    const seen: Seen = { acknowledged: 0, busy: 0, unreached: 0, longest: 0, lastSuccess: 0 }
    const over = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
    const people = await Promise.all(Array.from({ length: phones }, (_, n) => signIn(wechat, over, `phone-${n}`)))
    const started = performance.now()
    const each = Math.ceil(submits / phones)
    const filing = fileMany(people.map(watched(seen)), each, 100_000)
    const waits: number[] = []
    const memory = [memoryOf(server)]
    // Every third time it is the database.
    for (let n = 1; n <= kills; n++) {
      while (seen.acknowledged < (n * each * phones) / (kills + 1)) await sleep(20)
      if (n % 3 === 0) waits.push(await killDatabase(cluster, seen))
      else {
        memory.push(memoryOf(server))
        await server.kill()
        server = await startServer(env, port, bundle.program)
      }
    }
    const sent = await filing
    const seconds = (performance.now() - started) / 1000
    const found = await compare(url, sent)
    await server.stop()
    bundle.remove()
    await town.close()
    await listening.close()
    return section(version, { phones, kills, sent, seen, seconds, waits, memory, found })
  },
})

/** A phone whose every request is looked at. */
const watched =
  (seen: Seen) =>
  ({ fetch }: Someone): Someone['fetch'] =>
  async (path, init) => {
    const asked = performance.now()
    try {
      const answer = await fetch(path, init)
      if (answer.ok) {
        seen.acknowledged++
        seen.lastSuccess = performance.now()
      } else seen.busy++
      return answer
    } catch (error) {
      seen.unreached++
      throw error
    } finally {
      seen.longest = Math.max(seen.longest, performance.now() - asked)
    }
  }

/** Kills every process of the database, starts it, and answers the milliseconds from then to the first success. */
const killDatabase = async (cluster: Cluster, seen: Seen): Promise<number> => {
  await cluster.kill()
  await cluster.start()
  const back = performance.now()
  while (seen.lastSuccess < back) await sleep(1)
  return seen.lastSuccess - back
}

/** Resident megabytes. */
const memoryOf = ({ pid }: ServerProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

const compare = async (url: string, sent: Sent[]) => {
  const { db, close } = await openPostgres(url, { max: 1, deadline: 60_000 })
  const rows = await rowsOf<{ id: string; number: string; words: string }>(
    db,
    sql`select id, number, words from reports`,
  )
  const stored = new Map(rows.map(row => [row.id, row]))
  const lost = sent.filter(({ id, words, receipt }) => {
    const row = stored.get(id)
    return !receipt || row?.number !== receipt.number || row.words !== words
  }).length
  const numbers = new Set(rows.map(row => row.number))
  const broken = await brokenInvariants(db)
  await close()
  return { lost, doubled: rows.length - sent.length + (rows.length - numbers.size), broken }
}

type Ended = {
  phones: number
  kills: number
  sent: Sent[]
  seen: Seen
  seconds: number
  waits: number[]
  memory: number[]
  found: Awaited<ReturnType<typeof compare>>
}

const section = (version: string, { phones, kills, sent, seen, seconds, waits, memory, found }: Ended): Section => {
  const longest = seen.longest / 1000
  const slowest = Math.max(...waits) / 1000
  const unlawful = found.broken.length
  return {
    lines: [
      ...heading('faults', [`PostgreSQL ${version}`]),
      `${sent.length} reports from ${phones} phones in ${round(seconds)} s, while the service was killed ${kills - waits.length} times and its database ${waits.length} times (SIGKILL, every process at once). Load of the machine at the end: ${round(loadavg()[0] ?? 0)}.`,
      '',
      ...table(
        ['', ''],
        [
          ['acknowledged and lost', found.lost],
          ['doubled', found.doubled],
          ['unlawful histories or alerts', unlawful],
          ['tries answered 503', seen.busy],
          ['tries that reached nobody', seen.unreached],
          ['reports that took more than one try', sent.filter(it => it.tries > 1).length],
          ['first success after the database is back, median s', round(median(waits) / 1000)],
          ['memory of the service before each of its kills, MB', memory.map(it => it.toFixed(0)).join(' · ')],
        ],
      ),
      '',
      `Longest request: ${verdict(longest, '≤', 5, ' s')}. First success after the database is back, the slowest: ${verdict(slowest, '≤', 1, ' s')}.`,
    ],
    passed: found.lost === 0 && found.doubled === 0 && unlawful === 0 && longest <= 5 && slowest <= 1,
  }
}
