import { randomUUID } from 'node:crypto'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { sized } from '../bench.ts'
import { counselToken, fillCounsel, villageCode } from '../counsel-town.ts'
import { heading, holds, percentile, round, table, verdict } from '../results.ts'
import { startService, versionOf } from '../support.ts'
import { fillOffice } from './office-town.ts'

const searchLimit = 100
const raceLimit = 3

/** Looking for free times in a township, and a thousand who want the same one. */
export const bench = sized({
  whole: { rounds: 5, crowd: 1_000, searches: 200, villages: 24 },
  tiny: { rounds: 1, crowd: 5, searches: 22, villages: 2 },
  run: async (cluster, { rounds, crowd, searches, villages }) => {
    const url = await cluster.createDatabase('slots')
    await fillCounsel(url, { villages, advisers: 1 })
    await fillOffice(url)
    const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' }
    const service = await startService(env, 'off')
    const ask = askOf(service.port)
    const taken = await searchAll(ask, searches, villages)
    const { settled, wrong } = await race(ask, rounds, crowd)
    const version = await versionOf(url)
    await service.stop()
    const [p95, slowest] = [percentile(taken, 0.95), Math.max(...settled)]
    return {
      lines: [
        ...heading('slots', [`PostgreSQL ${version}`]),
        `Free times of ${villages} villages × 60 days (each adviser 4 days a week, 2 × 3 hours; some 700 booked), over HTTP, one after another; then ${crowd} people want one time at the same moment, ${rounds} rounds; one process of the service.`,
        '',
        ...table(
          ['', 'p50', 'worst'],
          [
            ['search, ms', round(percentile(taken, 0.5)), `p95 ${round(p95)}`],
            ['race settled, s', round(percentile(settled, 0.5)), round(slowest)],
          ],
        ),
        '',
        `Search p95 ${verdict(p95, '≤', searchLimit, ' ms')}. Race settled in ${verdict(slowest, '≤', raceLimit, ' s')}. Rounds with another outcome than one 201 and ${crowd - 1} clean 409: **${wrong}** (limit 0): ${wrong === 0 ? 'passed' : '**MISSED**'}.`,
      ],
      passed: holds(p95, '≤', searchLimit) && holds(slowest, '≤', raceLimit) && wrong === 0,
    }
  },
})

type Free = { adviser: { id: string }; startsAt: string }

const askOf = (port: number) => async (asker: number, path: string, body?: object) => {
  const started = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${counselToken('asker', asker)}` },
    ...(body && { body: JSON.stringify(body) }),
  })
  const json = (await answer.json()) as { items?: Free[] }
  return { status: answer.status, ms: performance.now() - started, json }
}
type Ask = ReturnType<typeof askOf>

/** Milliseconds of each search but the first twenty, which warm up. */
const searchAll = async (ask: Ask, searches: number, villages: number) => {
  const taken: number[] = []
  for (let n = 0; n < searches; n++) {
    const path = `/api/slots?communityId=${villageCode(1 + (n % villages))}&wide=true&limit=60`
    const { status, ms } = await ask(1 + n, path)
    if (status !== 200) throw new Error(`the search answered ${status}`)
    if (n >= 20) taken.push(ms)
  }
  return taken
}

/** A crowd for one time, again and again: seconds until all are answered, and how often it ended otherwise than with one winner. */
const race = async (ask: Ask, rounds: number, crowd: number) => {
  const settled: number[] = []
  let wrong = 0
  for (let n = 0; n < rounds; n++) {
    const communityId = villageCode(1 + n)
    const { json } = await ask(1, `/api/slots?communityId=${communityId}`)
    const free = json.items?.at(-1)
    if (!free) throw new Error('nothing is free')
    const wanted = { adviserId: free.adviser.id, communityId, startsAt: free.startsAt }
    const started = performance.now()
    const answers = await Promise.all(
      Array.from({ length: crowd }, (_, k) =>
        ask(1 + ((k + n) % 2_000), '/api/bookings', { id: randomUUID(), ...wanted }),
      ),
    )
    settled.push((performance.now() - started) / 1000)
    const [won, lost] = [201, 409].map(code => answers.filter(it => it.status === code).length)
    if (won !== 1 || lost !== crowd - 1) wrong++
  }
  return { settled, wrong }
}
