import { migratePostgres } from './core/client.ts'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is not set')
await migratePostgres(url)
