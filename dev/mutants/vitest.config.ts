import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The tests that are asked about each mutant. Each file loads its modules anew: a table is mutated where it is made. */
const root = join(import.meta.dirname, '..', '..')
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
    exclude: ['support/**', '**/node_modules/**'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    ...(onDatabase && { env: { HUIYIN_TEST_DATABASE: 'postgres' }, globalSetup: ['./support/postgres.ts'] }),
  },
})
