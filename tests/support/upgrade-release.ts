import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { OpenDb } from '@huiyin/db/core/client.ts'
import type { Sent } from '../upgrade/telling.ts'
import { memoryStore } from './memory-store.ts'
import { unpackSources } from './old-sources.ts'
import type { Dump } from './upgrade-dump.ts'
import { openWorld, type World } from './world.ts'

/** One answer as somebody read it: status and body as they came. */
export type Reading = { by: string; path: string; heard: string }

/** The town of a release at its last moment `at`: what was stored, what had been asked for, and what everybody could read. */
export type OldTown = {
  dump: Dump
  /** Bytes of the photo store, base64. */
  store: Record<string, string>
  /** Every write in its order. `again`: what a repeat of each hears at the end. */
  sent: (Sent & { again: string })[]
  readings: Reading[]
}
/** `commit`: its sources; `migration`: the last one that it knows; `at`: when its town was left. */
export type Release = { commit: string; migration: string; at: string }

const folder = join(import.meta.dirname, '..', 'upgrade', 'previous-release')
const file = (name: string) => join(folder, name)

export const readRelease = (): Release => JSON.parse(readFileSync(file('release.json'), 'utf8'))
export const readOldTown = (): OldTown => unpacked('town.json.br')
export const readOldDescription = <T>(): T => unpacked('openapi.json.br')

export const writeRelease = (release: Release, town: OldTown, description: object): Record<string, number> => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file('release.json'), `${JSON.stringify(release, null, 2)}\n`)
  return { town: pack('town.json.br', town), openapi: pack('openapi.json.br', description) }
}

const unpacked = (name: string) => JSON.parse(brotliDecompressSync(readFileSync(file(name))).toString('utf8'))
const pack = (name: string, what: object): number => {
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 }
  const bytes = brotliCompressSync(JSON.stringify(what), { params })
  writeFileSync(file(name), bytes)
  return bytes.length
}

const migrations = join(import.meta.dirname, '..', '..', 'db', 'migrations')
type Journal = { entries: { tag: string; when: number }[] }
export const readJournal = (from = migrations): Journal =>
  JSON.parse(readFileSync(join(from, 'meta', '_journal.json'), 'utf8'))

/** A folder with the migrations up to the last one of a release, from its own sources: those of today may have been cleared since. */
export const migrationsOf = ({ commit, migration }: Pick<Release, 'commit' | 'migration'>): string => {
  const into = mkdtempSync(join(tmpdir(), 'huiyin-migrations-'))
  unpackSources(commit, ['db/migrations'], into)
  const folder = join(into, 'db', 'migrations')
  const journal = readJournal(folder)
  const last = journal.entries.findIndex(it => it.tag === migration)
  if (last < 0) throw new Error(`there is no migration ${migration}`)
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries: journal.entries.slice(0, last + 1) }))
  return folder
}

/** For these towns alone; opens nothing else. */
export const oldSecret = Buffer.from('the secret of an invented township').toString('base64')

type Kept = { kept?: Map<string, Uint8Array>; at?: string; quiet?: boolean }

/** The service on the database of a town, with the secret of these towns. `quiet`: nothing is done after an answer. */
export const openOldTown = async (on: OpenDb & { url?: string }, { kept, at, quiet }: Kept = {}): Promise<World> => {
  const env = { HUIYIN_SECRET: oldSecret, PUBLIC_URL: 'https://town.example', REPORTS_PER_HOUR: '1000' }
  const world = await openWorld({ on, env, photoStore: memoryStore(kept), ...(quiet && { after: () => {} }) })
  if (at) world.clock.now = new Date(at)
  return world
}

export const storeOf = ({ store }: OldTown) =>
  new Map(Object.entries(store).map(([key, text]) => [key, new Uint8Array(Buffer.from(text, 'base64'))]))
