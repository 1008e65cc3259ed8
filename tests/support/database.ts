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

const onPostgres = async (seed: Seed): Promise<OpenDb & { url: string }> => {
  const admin = inject('postgresUrl')
  const name = `town_${randomUUID().replaceAll('-', '')}`
  const sql = postgres(admin, { max: 1, onnotice: () => {} })
  // Copying the template needs it to itself for a moment: try again while a neighbour copies.
  for (let attempt = 0; ; attempt++) {
    try {
      await sql.unsafe(`create database ${name} template seed_${seed}`)
      break
    } catch (error) {
      if (attempt > 50) throw error
      await new Promise(done => setTimeout(done, 100))
    }
  }
  await sql.end()
  const url = admin.replace(/\/postgres$/, `/${name}`)
  // A thousand at once take what the machine takes: that nobody waits too long is measured by the bench, and by the faults.
  return { ...(await openPostgres(url, { max: 20, deadline: 30_000 })), url }
}
