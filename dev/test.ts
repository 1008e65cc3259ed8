import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPages, root } from './build.ts'

/**
 * `npm test`: builds the mini-program for WeChat and for the browser, then runs every test there is. The last line is the
 * real count, `N passed, N failed`; a test that did not run is counted as failed. Arguments go to vitest (a partial run);
 * `--faults` alone runs the faults with all their repetitions, for which no pages are needed.
 */
type Result = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  success: boolean
}

const say = (text: string) => console.log(`[回音] ${text}`)

const given = process.argv.slice(2)
const faults = given[0] === '--faults'
const asked = faults ? ['--project', 'town on postgres', 'faults', 'core/clock', 'races/bookings'] : given

if (!faults) for (const type of ['weapp', 'h5'] as const) await buildPages(type, () => say(`正在生成 ${type} 页面……`))

// Whatever tests leave in the temporary folder goes with it. PostgreSQL's own user has to get through to its part.
const folder = mkdtempSync(join(tmpdir(), 'huiyin-tests-'))
chmodSync(folder, 0o755)
const report = join(folder, 'report.json')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...asked],
  {
    cwd: join(root, 'tests'),
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: folder, ...(faults && { HUIYIN_FAULTS: 'all' }) },
  },
)

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
const notRun = result.numPendingTests + result.numTodoTests
if (notRun > 0) console.log(`NOT RUN: ${notRun} tests`)
// A file that does not load, or a set-up that throws, fails without failing any single test; and no test at all is no success.
const broken = status !== 0 || !result.success || result.numPassedTests === 0
const failed = result.numFailedTests + notRun + (broken && result.numFailedTests === 0 ? 1 : 0)
console.log(`${result.numPassedTests} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
