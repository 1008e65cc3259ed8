import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPages, root } from './build.ts'

/**
 * `npm test`: builds the mini-program for WeChat and for the browser, then runs every test there is. The last line is the
 * real count, `N passed, N failed`; a test that did not run is counted as failed. Arguments go to vitest (a partial run).
 *
 * `npm run test:deep` goes deeper into what has depth, for which no pages are needed: as `--slice` (or nothing) a few minutes of
 * it, as `--all` everything. `npm run test:faults` is the part of everything that breaks things.
 */
type Result = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  success: boolean
}

const say = (text: string) => console.log(`[回音] ${text}`)

/** Processor seconds of everything that was started here and has ended; NaN where the system does not tell. */
const processorSeconds = (): number => {
  try {
    // cutime and cstime of proc(5), in hundredths of a second.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return Number.NaN
  }
}
const minutes = (seconds: number) => (seconds / 60).toFixed(1)

const [first = '', ...given] = process.argv.slice(2)
const depths: Record<string, { HUIYIN_DEPTH: 'slice' | 'all' }> = {
  '--deep': { HUIYIN_DEPTH: given.includes('--all') ? 'all' : 'slice' },
  '--faults': { HUIYIN_DEPTH: 'all' },
}
const depth = depths[first]
const asked = [
  ...(depth || first === '' ? [] : [first]),
  ...(first === '--faults' ? ['faults/', 'races/'] : []),
  ...given.filter(it => !depth || (it !== '--all' && it !== '--slice')),
]

const started = performance.now()
if (!depth)
  await Promise.all((['weapp', 'h5'] as const).map(type => buildPages(type, () => say(`正在生成 ${type} 页面……`))))

// Whatever tests leave in the temporary folder goes with it. PostgreSQL's own user has to get through to its part. What Node has
// compiled once need not be compiled again by the services that tests start.
const folder = mkdtempSync(join(tmpdir(), 'huiyin-tests-'))
chmodSync(folder, 0o755)
const report = join(folder, 'report.json')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...asked], {
  cwd: join(root, 'tests'),
  stdio: 'inherit',
  env: {
    ...process.env,
    TMPDIR: folder,
    HUIYIN_REPORT: report,
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    ...depth,
  },
})
const seconds = (performance.now() - started) / 1000

const result = ((): Result | undefined => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})()

if (!result) {
  console.log('NOT RUN: vitest wrote no report')
  console.log('0 passed, 1 failed')
  process.exit(1)
}
console.log(`\n${minutes(seconds)} minutes, ${minutes(processorSeconds())} of the processors; building included\n`)
const notRun = result.numPendingTests + result.numTodoTests
if (notRun > 0) console.log(`NOT RUN: ${notRun} tests`)
// A file that does not load, or a set-up that throws, fails without failing any single test; and no test at all is no success.
const broken = status !== 0 || !result.success || result.numPassedTests === 0
const failed = result.numFailedTests + notRun + (broken && result.numFailedTests === 0 ? 1 : 0)
console.log(`${result.numPassedTests} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
