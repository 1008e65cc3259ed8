import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { Budget } from './support/budget.ts'
import { deepTests, onBothDatabases } from './support/which-files.ts'

/**
 * Machines are shared: what will come may take its time. Only what never comes fails. Files of a project share a process, one
 * after another: loading every module anew for each of them took half of the time.
 */
const usual = { expect: { poll: { timeout: 120_000 } }, isolate: false, testTimeout: 300_000, hookTimeout: 300_000 }

const onDatabase = (name: string, database: 'embedded' | 'postgres', include: string[]) => ({
  test: {
    ...usual,
    name,
    include,
    exclude: ['support/**', 'browser/**', 'weapp/**', '**/*.pure.test.ts'],
    env: { HUIYIN_TEST_DATABASE: database },
    globalSetup: [`./support/${database}.ts`],
  },
})

const rooms = '{core,grids,people,photos,alerts,questions,consultations,reports}/**/*.test.ts'

/**
 * Every sentence is told on the real PostgreSQL, where races can show. The embedded database differs from it in its driver, in
 * having one connection, and in nothing that a verb could know: the main path of each room is told there once more, and the
 * demo (`dev`) and the pages in a browser live on it.
 */
const usually = [
  onDatabase('town', 'postgres', [rooms, ...['races/**/*.test.ts', 'faults/**/*.test.ts', 'upgrade/**/*.test.ts']]),
  onDatabase('town embedded', 'embedded', onBothDatabases()),
  {
    resolve: { alias: { '@': join(import.meta.dirname, '..', 'miniapp', 'src') } },
    test: {
      ...usual,
      name: 'pure',
      include: [
        '{shared,matters}/**/*.test.ts',
        '*/*.pure.test.ts',
        'miniapp/**/*.test.ts',
        'architecture/**/*.test.ts',
      ],
    },
  },
  { test: { ...usual, name: 'dev', include: ['dev/**/*.test.ts'] } },
  { test: { ...usual, name: 'bench', include: ['bench/**/*.test.ts'] } },
  {
    test: {
      ...usual,
      name: 'weapp',
      include: ['weapp/**/*.test.ts', 'support/**/*.test.ts'],
      env: { HUIYIN_TEST_DATABASE: 'postgres' },
      globalSetup: ['./support/postgres.ts'],
    },
  },
  {
    test: {
      ...usual,
      name: 'browser',
      include: ['browser/**/*.test.ts'],
      fileParallelism: false,
      // One browser at a time, after everything else.
      sequence: { groupOrder: 1 },
    },
  },
]

/** `npm run test:deep` and `test:faults`: what goes deeper when there is time, and what only they run. */
const deep = onDatabase('deep', 'postgres', ['deep/**/*.test.ts', ...deepTests()])

/** Where `npm test` reads what became of each test. */
const report = process.env.HUIYIN_REPORT
const told: [['json', { outputFile: string }]] | [] = report ? [['json', { outputFile: report }]] : []

export default defineConfig({
  test: {
    reporters: ['default', new Budget(), ...told],
    maxWorkers: 2,
    maxConcurrency: 4,
    projects: process.env.HUIYIN_DEPTH ? [deep] : usually,
  },
})
