import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { bringUpEmbedded } from '@huiyin/db/bring-up.ts'
import { asDb } from '@huiyin/db/core/client.ts'
import { drizzle } from 'drizzle-orm/pglite'
import type { TestProject } from 'vitest/node'
import type { Seed } from './database.ts'
import { buildTown } from './town.ts'

/** Migrates the embedded database once; each test opens a copy in memory. */
export default async (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-embedded-'))
  const client = await PGlite.create('memory://', { extensions: { btree_gist } })
  const db = asDb(drizzle(client))
  const dump = async (seed: Seed) => {
    const file = join(folder, `${seed}.tar`)
    writeFileSync(file, new Uint8Array(await (await client.dumpDataDir('none')).arrayBuffer()))
    return file
  }
  await bringUpEmbedded(db)
  const empty = await dump('empty')
  await buildTown(db)
  project.provide('embeddedDumps', { empty, town: await dump('town') })
  await client.close()
  return () => rmSync(folder, { recursive: true, force: true })
}
