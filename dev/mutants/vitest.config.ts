import { join } from 'node:path'
import { phoneFromSources } from '@huiyin/tests/support/source/vite.ts'
import { defineConfig } from 'vitest/config'

/** The tests that are asked about each mutant. Each file loads its modules anew: a table is mutated where it is made. */
const root = join(import.meta.dirname, '..', '..')
const onDatabase = process.env.MUTANTS_DATABASE === 'yes'
const { plugins, resolve, test } = phoneFromSources(root)

export default defineConfig({
  root: join(root, 'tests'),
  plugins,
  resolve: {
    // Workspaces are linked from node_modules, which the sandbox shares with the sources: this leads to the mutated copy.
    alias: {
      '@huiyin/shared': join(root, 'shared'),
      '@huiyin/db': join(root, 'db'),
      '@huiyin/api': join(root, 'api'),
      ...resolve.alias,
    },
  },
  test: {
    include: (process.env.MUTANTS_TESTS ?? '').split(' '),
    exclude: ['support/**', '**/node_modules/**'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    server: test.server,
    env: { ...test.env, ...(onDatabase && { HUIYIN_TEST_DATABASE: 'postgres' }) },
    ...(onDatabase && { globalSetup: ['./support/postgres.ts'] }),
  },
})
