import { join } from 'node:path'
import { phoneFromSources } from '@huiyin/tests/support/source/vite.ts'
import { defineConfig } from 'vitest/config'

/**
 * The tests that are asked about each mutant. On the database they share their modules, which are loaded once for each mutant; the
 * others load them anew for each file.
 */
const root = join(import.meta.dirname, '..', '..')
const long = (process.env.MUTANTS_LONG ?? '').split(' ').filter(Boolean)
/** What runs in another process. */
const elsewhere = ['*/{phone,browser,pure,dev,faults}/**', '{upgrade,faults,dev,weapp,bench}/**']
const onPhone = process.env.MUTANTS_PHONE === 'yes'
const onDatabase = process.env.MUTANTS_DATABASE === 'yes'
const inTown = onDatabase && !onPhone
const phone = phoneFromSources(root)

export default defineConfig({
  root: join(root, 'tests'),
  plugins: phone.plugins,
  resolve: {
    // Workspaces are linked from node_modules, which the sandbox shares with the sources: this leads to the mutated copy.
    alias: {
      '@huiyin/shared': join(root, 'shared'),
      '@huiyin/db': join(root, 'db'),
      '@huiyin/api': join(root, 'api'),
      '@huiyin/miniapp': join(root, 'miniapp'),
      '@huiyin/dev': join(root, 'dev'),
      '@huiyin/tests': join(root, 'tests'),
      ...phone.resolve.alias,
    },
  },
  test: {
    include: (process.env.MUTANTS_TESTS ?? '').split(' '),
    exclude: ['support/**', '**/node_modules/**', ...(inTown ? elsewhere : []), ...long],
    isolate: !inTown,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    server: phone.test.server,
    env: { ...phone.test.env, ...(onDatabase && { HUIYIN_TEST_DATABASE: 'postgres' }) },
    ...(onDatabase && { globalSetup: ['./support/postgres.ts'] }),
  },
})
