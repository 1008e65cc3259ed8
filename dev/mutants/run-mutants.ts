import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { root } from '../build.ts'
import { versionOfTests } from './notes.ts'
import { teachSql } from './sql-mutators.ts'

/** Only sources are copied for the mutants; what was built or drawn stays. */
const notCopied = [
  ...['.git', '.cache', '.data', '.taro', 'docs', 'bench', '**/dist', 'tests/.server-*'],
  'tests/{weapp,browser,deep}',
]

/** How it was asked for: files below the root; tests, and those that are too long, below theirs; the words of the command line as they are. */
export type Asked = {
  mutated: readonly string[]
  tests: readonly string[]
  long: readonly string[]
  onDatabase: boolean
  onPhone: boolean
  until: number
  again: boolean
  words: { share: string; seed: string; kinds: string; files: string; workers: string }
}

/** What the plug-ins and the tests read, in Stryker's own processes too. */
const tell = ({ tests, long, onDatabase, onPhone, until, again, words }: Asked, cache: string): void => {
  const yes = (it: boolean) => (it ? 'yes' : 'no')
  Object.assign(process.env, {
    MUTANTS_TESTS: tests.join(' '),
    MUTANTS_LONG: long.join(' '),
    MUTANTS_VERSION: versionOfTests(tests),
    MUTANTS_DATABASE: yes(onDatabase),
    MUTANTS_PHONE: yes(onPhone),
    MUTANTS_UNTIL: String(until),
    MUTANTS_AGAIN: yes(again),
    MUTANTS_SHARE: words.share,
    MUTANTS_SEED: words.seed,
    MUTANTS_KINDS: words.kinds,
    MUTANTS_FILES: words.files,
    MUTANTS_KEPT: join(cache, `tests-${process.pid}.json`),
  })
}

/** Tries the mutants; each is noted when it is known. Throws when the tests fail without any. */
export const runMutants = async (asked: Asked): Promise<void> => {
  const cache = join(root, '.cache', 'mutants')
  mkdirSync(cache, { recursive: true })
  tell(asked, cache)
  await teachSql()
  await new Stryker({
    mutate: [...asked.mutated],
    plugins: ['@stryker-mutator/vitest-runner', './dev/mutants/plugins.ts'],
    testRunner: 'few-files',
    vitest: { configFile: 'dev/mutants/vitest.config.ts', related: false },
    checkers: ['sample'],
    ignorers: ['equivalent'],
    ignorePatterns: notCopied,
    tempDirName: `.cache/stryker-${process.pid}`,
    disableTypeChecks: false,
    reporters: ['notes'],
    concurrency: Number(asked.words.workers),
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    allowEmpty: true,
  }).runMutationTest()
}
