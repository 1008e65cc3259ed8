import { bringUpPostgres } from './bring-up.ts'
import { codeOf } from './core/errors.ts'

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is not set')
await bringUpPostgres(url).catch((error: unknown) => {
  if (codeOf(error) !== 'tables-busy') throw error
  console.error(`有表一直被占用，数据库没有升级完；现有服务照常，不受影响。请在人少的时候再运行一次，会接着做。`)
  console.error((error as Error).message)
  process.exit(1)
})
