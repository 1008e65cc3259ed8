import { beginningsOf } from './beginnings.ts'
import type { Db } from './core/client.ts'
import { migrateEmbedded, migratePostgres } from './core/migrations.ts'

const beginnings = Object.values(beginningsOf).flat()

/** The schema of this release, and what its rooms begin with. Errors and repeats as with `migratePostgres`. */
export const bringUpPostgres = (url: string): Promise<void> => migratePostgres(url, { beginnings })

/** The same for the embedded database. */
export const bringUpEmbedded = (db: Db): Promise<void> => migrateEmbedded(db, { beginnings })
