import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    embeddedDump: string
  }
}

/** One real PostgreSQL for the whole project, with a migrated template; each test file copies it. */
export default async (project: TestProject) => {
  const cluster = await startCluster()
  await cluster.createDatabase('warm_up')
  project.provide('postgresUrl', cluster.url('postgres'))
  return () => cluster.stop()
}
