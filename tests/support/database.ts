import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { asDb, type OpenDb, openPostgres } from '@huiyin/db/core/client.ts'
import { drizzle } from 'drizzle-orm/pglite'
import postgres from 'postgres'
import { inject } from 'vitest'

/** `empty` is migrated and nothing else; `town` holds the invented town. */
export type Seed = 'empty' | 'town'

/** A database of its own for a test: embedded or on the real PostgreSQL, as the project says. */
export const openTestDatabase = async (seed: Seed = 'town'): Promise<OpenDb & { url?: string }> =>
  process.env.HUIYIN_TEST_DATABASE === 'postgres' ? onPostgres(seed) : inMemory(seed)

const inMemory = async (seed: Seed): Promise<OpenDb> => {
  const dump = new Blob([new Uint8Array(readFileSync(inject('embeddedDumps')[seed]))])
  const client = await PGlite.create({ dataDir: 'memory://', loadDataDir: dump, extensions: { btree_gist } })
  await client.exec(`set timezone = 'UTC'`)
  return { db: asDb(drizzle(client)), close: () => client.close() }
}

/** How many of a town's requests its database works on at once: twice what the service has, and each costs its start. */
const connections = 8

const onPostgres = async (seed: Seed): Promise<OpenDb & { url: string }> => {
  const name = `town_${randomUUID().replaceAll('-', '')}`
  await copyTemplate(name, `seed_${seed}`)
  const url = inject('postgresUrl').replace(/\/postgres$/, `/${name}`)
  // A thousand at once take what the machine takes: that nobody waits too long is measured by the bench, and by the faults.
  const { db, close } = await openPostgres(url, { max: connections, deadline: 30_000 })
  const remove = async () => {
    await close()
    // What is gone before the machine comes to write it down is never written.
    await administrator().unsafe(`drop database ${name} with (force)`)
  }
  return { db, close: remove, url }
}

let kept: { url: string; sql: postgres.Sql } | undefined

/** One for all databases that this process makes. */
const administrator = () => {
  const url = inject('postgresUrl')
  if (kept?.url !== url) kept = { url, sql: postgres(url, { max: 1, onnotice: () => {} }) }
  return kept.sql
}

/** Copies the files as they are: with a template that is small and at rest, cheaper than copying page by page. */
const copyTemplate = async (name: string, template: string) => {
  // Copying needs the template to itself for a moment: try again while a neighbour copies.
  for (let attempt = 0; ; attempt++) {
    try {
      await administrator().unsafe(`create database ${name} template ${template} strategy file_copy`)
      return
    } catch (error) {
      if (attempt > 50) throw error
      await new Promise(done => setTimeout(done, 100))
    }
  }
}
