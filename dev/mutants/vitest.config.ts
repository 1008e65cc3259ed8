import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * The tests that are asked about each mutant. On the database they share their modules, which are loaded once for each mutant; the
 * others load them anew for each file.
 */
const root = join(import.meta.dirname, '..', '..')
const long = (process.env.MUTANTS_LONG ?? '').split(' ').filter(Boolean)
/** What runs in another process. */
const elsewhere = ['*/{phone,browser,pure,dev,faults}/**', '{upgrade,faults,dev,weapp,bench}/**']
const onDatabase = process.env.MUTANTS_DATABASE === 'yes'

export default defineConfig({
  root: join(root, 'tests'),
  resolve: {
    // Workspaces are linked from node_modules, which the sandbox shares with the sources: this leads to the mutated copy.
    alias: {
      '@huiyin/shared': join(root, 'shared'),
      '@huiyin/db': join(root, 'db'),
      '@huiyin/api': join(root, 'api'),
      '@huiyin/miniapp': join(root, 'miniapp'),
      '@huiyin/dev': join(root, 'dev'),
      '@huiyin/tests': join(root, 'tests'),
      '@/': `${join(root, 'miniapp', 'src')}/`,
    },
  },
  test: {
    include: (process.env.MUTANTS_TESTS ?? '').split(' '),
    exclude: ['support/**', '**/node_modules/**', ...(onDatabase ? elsewhere : []), ...long],
    isolate: !onDatabase,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    ...(onDatabase && { env: { HUIYIN_TEST_DATABASE: 'postgres' }, globalSetup: ['./support/postgres.ts'] }),
  },
})
