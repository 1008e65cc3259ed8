import { defineConfig } from 'vitest/config'

/**
 * Machines are shared: what will come may take its time. Only what never comes fails. Files of a project share a process, one
 * after another: loading every module anew for each of them took half of the time.
 */
const usual = { expect: { poll: { timeout: 30_000 } }, isolate: false }

/** Verbs run twice: on the embedded database, and on a real PostgreSQL, where races can show. */
const onDatabase = (name: string, database: 'embedded' | 'postgres', include: string[], exclude: string[] = []) => ({
  test: {
    ...usual,
    name,
    include,
    exclude: ['support/**', 'browser/**', 'weapp/**', ...exclude],
    env: { HUIYIN_TEST_DATABASE: database },
    globalSetup: [`./support/${database}.ts`],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

/** Who may do what, whatever comes in, and long random walks: the same on either database, so on PostgreSQL alone. */
const onceIsEnough = [
  'core/*matrix*.test.ts',
  'core/anything-goes-in.test.ts',
  'questions/lease-model.test.ts',
  'reports/every-matter-has-an-owner.test.ts',
]

const rooms = ['{core,grids,people,photos,alerts,questions,consultations,reports}/**/*.test.ts']

export default defineConfig({
  test: {
    reporters: ['default'],
    maxWorkers: 2,
    maxConcurrency: 4,
    projects: [
      onDatabase('town', 'embedded', rooms, onceIsEnough),
      onDatabase('town on postgres', 'postgres', [...rooms, 'races/**/*.test.ts', 'faults/**/*.test.ts']),
      {
        test: {
          ...usual,
          name: 'pure',
          include: ['shared/**/*.test.ts', 'miniapp/**/*.test.ts', 'architecture/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      // Alone after the others: it kills databases and fills others.
      { test: { ...usual, name: 'bench', include: ['bench/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000 } },
      { test: { ...usual, name: 'dev', include: ['dev/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          ...usual,
          name: 'weapp',
          include: ['weapp/**/*.test.ts', 'support/**/*.test.ts'],
          env: { HUIYIN_TEST_DATABASE: 'embedded' },
          globalSetup: ['./support/embedded.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...usual,
          name: 'browser',
          include: ['browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // One browser at a time, after everything else.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
