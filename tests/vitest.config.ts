import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { Budget } from './support/budget.ts'
import { phoneFromSources } from './support/source/vite.ts'
import { deepTests, onBothDatabases, onBothPhones } from './support/which-files.ts'

/**
 * Machines are shared: what will come may take its time. Only what never comes fails. Files of a project share a process, one
 * after another: loading every module anew for each of them took half of the time.
 */
const usual = { expect: { poll: { timeout: 120_000 } }, isolate: false, testTimeout: 300_000, hookTimeout: 300_000 }

/** Where the first file that needs the demo township leaves it for all others of this run. */
const demoTemplate = mkdtempSync(join(tmpdir(), 'huiyin-demo-'))
process.on('exit', () => rmSync(demoTemplate, { recursive: true, force: true }))
const withDemo = { HUIYIN_DEMO_TEMPLATE: demoTemplate }

const src = join(import.meta.dirname, '..', 'miniapp', 'src')
const fromSources = phoneFromSources(join(import.meta.dirname, '..'))

const onDatabase = (name: string, database: 'embedded' | 'postgres', include: string[]) => ({
  test: {
    ...usual,
    name,
    include,
    exclude: ['support/**', 'browser/**', 'weapp/**', '*/{phone,browser,pure,dev}/**'],
    env: { HUIYIN_TEST_DATABASE: database },
    globalSetup: [`./support/${database}.ts`],
  },
})

/** Folders of no room that have a project, or a way to run, of their own. */
const ownWays = ['support', 'weapp', 'miniapp', 'shared', 'matters', 'architecture', 'browser', 'dev', 'bench', 'deep']
/** A room's own folders for what does not run on PostgreSQL alone. */
const within = (...folders: string[]) => folders.map(it => `!(support)/${it}/**/*.test.ts`)

/**
 * Every sentence is told on the real PostgreSQL, where races can show. The embedded database differs from it in its driver, in
 * having one connection, and in nothing that a verb could know: the main path of each room is told there once more, and the
 * demo (`dev`) and the pages in a browser live on it.
 */
const usually = [
  onDatabase('town', 'postgres', [`!(${ownWays.join('|')})/**/*.test.ts`]),
  onDatabase('town embedded', 'embedded', onBothDatabases()),
  {
    resolve: { alias: { '@': src } },
    test: {
      ...usual,
      name: 'pure',
      include: ['{shared,matters,miniapp,architecture}/**/*.test.ts', ...within('pure')],
    },
  },
  { test: { ...usual, name: 'dev', include: ['dev/**/*.test.ts', ...within('dev')], env: withDemo } },
  { test: { ...usual, name: 'bench', include: ['bench/**/*.test.ts'] } },
  {
    test: {
      ...usual,
      name: 'weapp',
      include: ['{weapp,support}/**/*.test.ts', ...within('phone')],
      env: { HUIYIN_TEST_DATABASE: 'postgres' },
      globalSetup: ['./support/postgres.ts'],
    },
  },
  {
    ...fromSources,
    test: {
      ...usual,
      ...fromSources.test,
      name: 'sources',
      include: onBothPhones(),
      env: { ...fromSources.test.env, HUIYIN_TEST_DATABASE: 'postgres' },
      globalSetup: ['./support/postgres.ts'],
    },
  },
  {
    test: {
      ...usual,
      name: 'browser',
      include: ['browser/**/*.test.ts', ...within('browser')],
      env: withDemo,
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
    // One more than the cores: whoever waits for the database, a browser or a clock leaves its core to another.
    maxWorkers: 3,
    maxConcurrency: 4,
    projects: process.env.HUIYIN_DEPTH ? [deep] : usually,
  },
})
