import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { root } from '../build.ts'
import { cache, type Drawn, type Tried } from './state.ts'

type Asked = Drawn & { files: readonly string[]; tests: readonly string[]; onDatabase: boolean; workers: string }

/** Only sources are copied for the mutants; what was built or drawn stays. */
const notCopied = [
  ...['.git', '.cache', '.data', '.taro', 'docs', 'bench', '**/dist', 'tests/.server-*'],
  ...['tests/{weapp,browser,races,faults,deep,upgrade}'],
]

/** Tries the mutants of some files, by file. Throws when the tests fail without any. */
export const mutateFiles = async (asked: Asked): Promise<Record<string, Tried[]>> => {
  const results = await runOn(asked, { testRunner: 'vitest', incremental: true })
  if (results.length > 0) return byFile(asked.files, results)
  // No test leads there. Asking none about these mutants counts them.
  const unseen = byFile(asked.files, await runOn(asked, { testRunner: 'command', commandRunner: { command: 'true' } }))
  for (const mutants of Object.values(unseen)) for (const it of mutants) it.covered = false
  return unseen
}

const byFile = (files: readonly string[], results: MutantResult[]): Record<string, Tried[]> =>
  Object.fromEntries(
    files.map(file => [
      file,
      triedIn(
        results.filter(it => it.fileName.endsWith(file)),
        readFileSync(join(root, file), 'utf8'),
      ),
    ]),
  )

type Known = { files: Record<string, { mutants: { status: string }[] }> }

/** A new test may notice what went unnoticed, and a busy machine is slow: only what a test has noticed is known for good. */
const forgetUnsure = (file: string): void => {
  if (!existsSync(file)) return
  const known = JSON.parse(readFileSync(file, 'utf8')) as Known
  for (const it of Object.values(known.files))
    it.mutants = it.mutants.filter(({ status }) => status === 'Killed' || status === 'CompileError')
  writeFileSync(file, JSON.stringify(known))
}

const runOn = (
  { files, tests, onDatabase, share, seed, workers }: Asked,
  runner: PartialStrykerOptions,
): Promise<MutantResult[]> => {
  process.env.MUTANTS_TESTS = tests.join(' ')
  process.env.MUTANTS_DATABASE = onDatabase ? 'yes' : 'no'
  process.env.MUTANTS_SHARE = share
  process.env.MUTANTS_SEED = seed
  mkdirSync(cache, { recursive: true })
  const named = files.length > 1 ? `${files[0]}-and-${files.length - 1}` : files[0]
  const incrementalFile = join(cache, `${named?.replaceAll('/', '-')}-${share}-${seed}.json`)
  forgetUnsure(incrementalFile)
  return new Stryker({
    mutate: [...files],
    plugins: ['@stryker-mutator/vitest-runner', './dev/mutants/sample.ts'],
    ...runner,
    vitest: { configFile: 'dev/mutants/vitest.config.ts' },
    checkers: ['sample'],
    ignorers: ['copy'],
    ignorePatterns: notCopied,
    tempDirName: `.cache/stryker-${process.pid}`,
    incrementalFile,
    disableTypeChecks: false,
    reporters: ['clear-text'],
    clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, reportScoreTable: false },
    concurrency: Number(workers),
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    allowEmpty: true,
  }).runMutationTest()
}

const noticed = ['Killed', 'Timeout']
const missed = ['Survived', 'NoCoverage']

/** Without those that were not drawn, are copy, or cannot run at all. */
const triedIn = (results: MutantResult[], source: string): Tried[] =>
  results
    .filter(({ status }) => [...noticed, ...missed].includes(status))
    .map(({ status, location, replacement }) => ({
      line: location.start.line,
      was: textAt(source, location),
      is: replacement ?? '',
      noticed: noticed.includes(status),
      covered: status !== 'NoCoverage',
    }))

/** Lines and columns of a location count from 1. */
const textAt = (source: string, { start, end }: MutantResult['location']): string => {
  const lines = source.split('\n')
  const offset = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0) + column - 1
  return source.slice(offset(start), offset(end))
}
