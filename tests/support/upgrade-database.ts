import { randomUUID } from 'node:crypto'
import { type OpenDb, openPostgres } from '@huiyin/db/core/client.ts'
import { migratePostgres } from '@huiyin/db/core/migrations.ts'
import postgres from 'postgres'
import { inject } from 'vitest'
import { loadDump } from './upgrade-dump.ts'
import { migrationsOf, type OldTown, type Release } from './upgrade-release.ts'

/** An empty database on the real PostgreSQL. */
export const emptyDatabase = async (): Promise<string> => {
  const admin = inject('postgresUrl')
  const name = `old_${randomUUID().replaceAll('-', '')}`
  const sql = postgres(admin, { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${name}`)
  await sql.end()
  return admin.replace(/\/postgres$/, `/${name}`)
}

/** A database as the old release left it: its own migrations and no more, its town, its histories. */
export const openAsLeft = async (release: Release, { dump }: OldTown): Promise<OpenDb & { url: string }> => {
  const url = await emptyDatabase()
  await migratePostgres(url, { folder: migrationsOf(release) })
  const opened = await openPostgres(url, { max: 10, deadline: 30_000 })
  await loadDump(opened.db, dump)
  return { ...opened, url }
}
