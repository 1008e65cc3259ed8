import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openPostgres } from '@huiyin/db/core/client.ts'
import { root } from '@huiyin/dev/build.ts'
import type { TestProject } from 'vitest/node'
import { carefree, startCluster } from './cluster.ts'
import type { Seed } from './database.ts'
import { buildTown } from './town.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    embeddedDumps: Record<Seed, string>
    programs: string
  }
}

/** One real PostgreSQL for the whole project, with a template for each seed that tests copy; and a folder for the bundled server. */
export default async (project: TestProject) => {
  const cluster = await startCluster(carefree)
  await cluster.createDatabase('seed_empty')
  const { db, close } = await openPostgres(await cluster.createDatabase('seed_town'), { max: 1 })
  await buildTown(db)
  await close()
  // Below the root, so that what stays beside the bundle is found.
  const programs = mkdtempSync(join(root, 'tests', '.server-'))
  project.provide('postgresUrl', cluster.url('postgres'))
  project.provide('programs', programs)
  return async () => {
    await cluster.stop()
    rmSync(programs, { recursive: true, force: true })
  }
}
