import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { asDb } from '@huiyin/db/core/client.ts'
import { migrateEmbedded } from '@huiyin/db/core/migrations.ts'
import { drizzle } from 'drizzle-orm/pglite'
import type { TestProject } from 'vitest/node'

/** Migrates the embedded database once; each test file opens a copy in memory. */
export default async (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-embedded-'))
  const client = await PGlite.create('memory://', { extensions: { btree_gist } })
  await migrateEmbedded(asDb(drizzle(client)))
  const dump = await client.dumpDataDir('none')
  await client.close()
  const file = join(folder, 'migrated.tar')
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()))
  project.provide('embeddedDump', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
