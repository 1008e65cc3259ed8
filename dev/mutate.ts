import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { deepTests } from '../tests/support/which-files.ts'
import { root } from './build.ts'
import { runMutants } from './mutants/run-mutants.ts'
import { writeReport } from './mutants/write-report.ts'

/**
 * `npm run mutate -- <rooms> [tree]`: would the tests notice? Puts one small bug at a time into the rooms' folders of a tree (shared, db,
 * api, miniapp/src) and runs the tests that come there: for db and api those of the town, for shared the pure ones, for the mini-program
 * those and the pages, which run from their sources. Each is noted when it is known, so that it can be broken off and goes on where it was: a bug is tried again when its file has
 * changed, or when it went unnoticed and a test has changed.
 *
 * `<rooms>`: with commas between them; the first look at which test runs what is the same for all. `--share 0.2`: of all mutants, drawn by
 * `--seed`; `--minutes 30`: begins no further one after that; `--kinds Sql,Query`: only these; `--only text`: of files with this in their
 * name; `--files 12`: asks so many files of tests at most; `--workers 1`; `--again`: only what went
 * unnoticed, after a test has changed; `--report`: tries none. Score and survivors go to
 * docs/mutants.md, what is known to .cache/mutants.
 */
const trees = ['shared', 'db', 'api', 'miniapp/src'] as const

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
    kinds: { type: 'string', default: '' },
    files: { type: 'string', default: '12' },
    workers: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    again: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
})
const [named = '', tree = 'shared'] = positionals
const rooms = named.split(',').filter(it => it !== '' && existsSync(join(root, tree, it)))
if (!(trees as readonly string[]).includes(tree) || rooms.length === 0) {
  console.error(`npm run mutate -- <room,room…> [${trees.join('|')}] [--share 1] [--minutes 60] …`)
  process.exit(2)
}

/** Contracts on the wire are held by the recorded release, copy and addresses by whoever reads them, twins for browsers by a browser. */
const notMutated = /-(?:routes|alerts|pages)\.ts$|tables\.ts$|words\.ts$|\/move-route\.ts$|\.config\.ts$|\.h5\.tsx?$/

const onPhone = tree === 'miniapp/src'
const onDatabase = tree !== 'shared'
/** What every page stands on is looked at through those of the first room that has some. */
const pagesOf = (room: string) => (existsSync(join(root, 'tests', room, 'phone')) ? room : 'reports')
/** Which tests beside its own come to a room that others stand upon; first looks at all of the town took longer than the rest. */
const beside: Record<string, string[]> = {
  core: ['core/*.test.ts', '*/clock/*.test.ts', 'reports/{rate-limit,security,file-report,strange-words}.test.ts'],
  grids: ['core/{place-matrix,cli,operator-doors}.test.ts', 'reports/{days-unknown,file-report}.test.ts'],
  people: [
    'core/{place-matrix,cli,operator-doors}.test.ts',
    'reports/{security,life-of-a-report,sealed-history}.test.ts',
    'reports/alerts/{push-people,operator}.test.ts',
    'consultations/video-call.test.ts',
  ],
  photos: [
    'reports/{publish-report,life-of-a-report,taken-down}.test.ts',
    'questions/files.test.ts',
    'consultations/*file*.test.ts',
  ],
  alerts: ['core/{cli,operator-doors}.test.ts', '*/who-hears.test.ts'],
  questions: ['doors/*.test.ts'],
  consultations: ['doors/*.test.ts'],
  matters: [
    'reports/{sealed-history,life-of-a-report,misused-ids}.test.ts',
    '*/taps-twice.test.ts',
    'questions/life-of-a-question.test.ts',
  ],
}
const roomsOf = (folder: string) => rooms.map(it => `${it}/${folder}/**/*.test.ts`)
const town = rooms.flatMap(it => [`${it}/**/*.test.ts`, `*/${it}/**/*.test.ts`, ...(beside[it] ?? [])])
const pure: Record<string, string[]> = {
  shared: ['{shared,matters}/**/*.test.ts', ...roomsOf('pure')],
  'miniapp/src': ['miniapp/**/*.test.ts', ...roomsOf('pure'), ...rooms.map(it => `${pagesOf(it)}/phone/**/*.test.ts`)],
}

const mutated = rooms
  .flatMap(room => globSync(`${tree}/${room}/**/*.{ts,tsx}`, { cwd: root }))
  .filter(it => !notMutated.test(it) && it.includes(values.only))
  .sort()
const until = Date.now() + Number(values.minutes) * 60_000

const asked = { mutated, tests: pure[tree] ?? town, long: deepTests(), onDatabase, onPhone, until, again: values.again }
if (!values.report) await runMutants({ ...asked, words: values })
for (const room of rooms) console.log(`${writeReport({ tree, room, ...values })}\n`)
