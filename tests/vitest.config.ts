import { defineConfig } from 'vitest/config'

/** Verbs run twice: on the embedded database, and on a real PostgreSQL, where races can show. */
const onDatabase = (name: string, database: 'embedded' | 'postgres', include: string[]) => ({
  test: {
    name,
    include,
    exclude: ['support/**', 'browser/**', 'weapp/**'],
    env: { HUIYIN_TEST_DATABASE: database },
    globalSetup: [`./support/${database}.ts`],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

const rooms = ['{core,grids,people,photos,alerts,reports}/**/*.test.ts']

export default defineConfig({
  test: {
    reporters: ['default'],
    maxWorkers: 2,
    projects: [
      onDatabase('town', 'embedded', rooms),
      onDatabase('town on postgres', 'postgres', [...rooms, 'races/**/*.test.ts', 'faults/**/*.test.ts']),
      {
        test: {
          name: 'pure',
          include: ['shared/**/*.test.ts', 'miniapp/**/*.test.ts', 'architecture/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'dev', include: ['dev/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'weapp',
          include: ['weapp/**/*.test.ts', 'support/**/*.test.ts'],
          env: { HUIYIN_TEST_DATABASE: 'embedded' },
          globalSetup: ['./support/embedded.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
