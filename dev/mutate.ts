import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './build.ts'
import { mutateFiles } from './mutants/mutate-files.ts'
import { keyOf, type Measured, readState, writeState } from './mutants/state.ts'
import { writeReport } from './mutants/write-report.ts'

/**
 * `npm run mutate -- <room> [tree]`: would the tests of this room notice? Puts one small bug at a time into the room's folder of a tree
 * (shared, db, api, miniapp/src) and runs the tests that pass there: those of the room, and for shared the pure ones. File by file,
 * so that it can be broken off and goes on where it was: a file is measured again when it or a test has changed, and of that only
 * what could come out otherwise.
 *
 * `--share 0.2`: of all mutants, drawn by `--seed`; `--minutes 30`: begins no further file after that; `--workers 1`; `--only text`:
 * of files with this in their name. Score and survivors go to docs/mutants.md, what is known to .cache/mutants.
 */
const trees = ['shared', 'db', 'api', 'miniapp/src'] as const

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
    workers: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const [room = '', tree = 'shared'] = positionals
if (!(trees as readonly string[]).includes(tree) || !existsSync(join(root, tree, room)) || room === '') {
  console.error(`npm run mutate -- <room> [${trees.join('|')}] [--share 1] [--seed 1] [--minutes 60] [--workers 1]`)
  process.exit(2)
}

/** Contracts on the wire are held by the recorded release, copy and addresses by whoever reads them, twins for browsers by a browser. */
const notMutated = /-(?:routes|alerts|pages)\.ts$|\/tables\.ts$|words\.ts$|\/move-route\.ts$|\.config\.ts$|\.h5\.tsx?$/

/** What every page stands on is looked at through those of the first room that has some. */
const pagesOf = existsSync(join(root, 'tests', room, 'phone')) ? room : 'reports'

const testsOf: Record<string, string[]> = {
  shared: ['{shared,matters}/**/*.test.ts', `${room}/pure/**/*.test.ts`],
  'miniapp/src': ['miniapp/**/*.test.ts', `{${room},${pagesOf}}/pure/**/*.test.ts`, `${pagesOf}/phone/**/*.test.ts`],
}
const tests = testsOf[tree] ?? [`${room}/**/*.test.ts`]
const onDatabase = tree !== 'shared'

const files = globSync(`${tree}/${room}/**/*.{ts,tsx}`, { cwd: root }).filter(it => !notMutated.test(it))
const known = readState(tree, room)
const until = Date.now() + Number(values.minutes) * 60_000
const left: string[] = []
const measured: Record<string, Measured> = {}

/** Before the first mutant all tests run once without any, which takes minutes with pages: then many files share that. */
const atOnce = tree === 'miniapp/src' ? 40 : 1

const wanted: string[] = []
for (const file of files.sort()) {
  const before = known[file]
  if (before) measured[file] = before
  if (before?.key !== keyOf(file, tests, values) && file.includes(values.only)) wanted.push(file)
}
while (wanted.length > 0) {
  const some = wanted.splice(0, atOnce)
  if (Date.now() > until) {
    left.push(...some)
    continue
  }
  const tried = await mutateFiles({ files: some, tests, onDatabase, ...values })
  for (const file of some) measured[file] = { key: keyOf(file, tests, values), mutants: tried[file] ?? [] }
  writeState(tree, room, measured)
}

console.log(writeReport({ tree, room, measured, left, ...values }))
