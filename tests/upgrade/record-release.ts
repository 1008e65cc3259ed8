import { execFileSync } from 'node:child_process'
import { type OpenDb, openPostgres } from '@huiyin/db/core/client.ts'
import { upgrades } from '../lists/upgrades.ts'
import { startCluster } from '../support/cluster.ts'
import { buildTown } from '../support/town.ts'
import { type Dump, dumpOf, loadDump } from '../support/upgrade-dump.ts'
import { openOldTown, readJournal, writeRelease } from '../support/upgrade-release.ts'
import { examplesOf } from './example.ts'
import { readAll, readingsOf, signedIn } from './reading.ts'
import { furnish } from './story-of-the-house.ts'
import { again, openTeller, type Sent } from './telling.ts'

/**
 * `npm run release:record`, at a release and on its clean commit: a town in which every kind of matter has every kind of history, the
 * requests that made it, what everybody reads in it, and the description of the API, as the next releases must still take them. Another
 * commit may be named whose service is the same.
 */
const record = async (open: (name: string) => Promise<OpenDb>) => {
  const kept = new Map<string, Uint8Array>()
  const { dump, sent, at, description } = await tell(await open('told'), kept)
  refuseGaps(dump)
  const db = await open('kept')
  await loadDump(db.db, dump)
  const world = await openOldTown(db, { kept: new Map(kept), at, quiet: true })
  const repeated = []
  for (const it of sent) repeated.push({ ...it, again: await again(await signedIn(world, it.by), it) })
  const readings = await readAll(world, readingsOf(dump))
  await world.close()
  const store = Object.fromEntries([...kept].map(([key, bytes]) => [key, Buffer.from(bytes).toString('base64')]))
  const commit = commitOf(process.argv[2] ?? 'HEAD')
  const release = { commit, migration: readJournal().entries.at(-1)?.tag ?? '', at }
  const bytes = writeRelease(
    release,
    { dump, store, sent: repeated, readings },
    { description, examples: examplesOf(description) },
  )
  const otherwise = repeated.filter(it => it.again !== `${it.status} ${it.answer}`).map(it => `${it.method} ${it.path}`)
  console.log({ ...release, sent: sent.length, otherwise, readings: readings.length, bytes })
}

type Story = { dump: Dump; sent: Sent[]; at: string; description: object }

const tell = async (on: OpenDb, kept: Map<string, Uint8Array>): Promise<Story> => {
  await buildTown(on.db)
  const world = await openOldTown(on, { kept })
  const it = openTeller(world)
  await furnish(it)
  const days = []
  for (const { begin } of Object.values(upgrades)) days.push(await begin(it))
  for (const goOn of days) await goOn?.()
  for (let day = 26; day <= 30; day++) await it.itIs(`2026-11-${day} 11:00`)
  for (let day = 1; day <= 7; day++) await it.itIs(`2026-12-0${day} 11:00`)
  await it.itIs('2026-12-08 09:00')
  for (const { goOn } of Object.values(upgrades)) await goOn(it)
  await world.settle()
  const description = (await (await world.anybody('/api/openapi.json')).json()) as object
  const told = { dump: await dumpOf(on.db), sent: it.sent, at: world.clock.now.toISOString(), description }
  await world.close()
  return told
}

/** A history that nobody has had is a history that no test reads. */
const refuseGaps = ({ tables }: Dump) => {
  const missing = Object.values(upgrades).flatMap(({ events: { table, all } }) => {
    const had = new Set(((tables[table] ?? []) as { event: string }[]).map(it => it.event))
    return all.filter(it => !had.has(it)).map(it => `${table} ${it}`)
  })
  const empty = Object.entries(tables).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []))
  if (empty.length > 0) console.log({ empty })
  if (missing.length > 0) throw new Error(`the story has none of: ${missing.join(', ')}`)
}

/** Throws for one that is not there. */
const commitOf = (name: string) =>
  execFileSync('git', ['rev-parse', '--verify', `${name}^{commit}`], { encoding: 'utf8' }).trim()

const cluster = await startCluster()
try {
  await record(async name => openPostgres(await cluster.createDatabase(name), { max: 5, deadline: 30_000 }))
} finally {
  await cluster.stop()
}
