import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Injector, PluginContext } from '@stryker-mutator/api/plugin'
import { DryRunStatus, type MutantRunOptions, MutantRunStatus, type TestRunner } from '@stryker-mutator/api/test-runner'
import { strykerPlugins } from '@stryker-mutator/vitest-runner'

/**
 * Asks about each mutant no more than so many files of tests: first those that noticed the last ones, then those of its own room.
 * What lies below everything is run by every test: whatever none of the first dozen notices is called missed.
 */
export const askFewFiles = (injector: Injector<PluginContext>): TestRunner => {
  const runner = vitestOf(injector)
  const [ask, look] = [runner.mutantRun.bind(runner), runner.dryRun.bind(runner)]
  const keen: string[] = []
  runner.dryRun = async options => {
    const result = await look(options)
    if (result.status === DryRunStatus.Complete) keepTests(result.tests.map(it => it.id))
    return result
  }
  runner.mutantRun = async options => {
    if (Date.now() > Number(process.env.MUTANTS_UNTIL))
      return { status: MutantRunStatus.Error, errorMessage: 'too late' }
    const result = await ask({ ...options, testFilter: chosen(options, keen) })
    const [by] = result.status === MutantRunStatus.Killed ? [result.killedBy].flat() : []
    if (by) keen.splice(0, keen.length, ...new Set([fileOf(by), ...keen]))
    return result
  }
  return runner
}

/** Stryker's own runner; the package shows its factory alone. */
const vitestOf = (injector: Injector<PluginContext>) => {
  const [plugin] = strykerPlugins as unknown as { factory: (injector: Injector<PluginContext>) => TestRunner }[]
  if (!plugin) throw new Error('the runner of vitest has no plugin any more')
  return plugin.factory(injector)
}

const fileOf = (test: string) => test.split('#')[0] ?? ''

/** A mutant of a table that is made when its module loads may be met by any test. */
const chosen = ({ testFilter, sandboxFileName }: MutantRunOptions, keen: readonly string[]): string[] => {
  const tests = testFilter ?? keptTests()
  const room = /\/(?:db|api|shared|src)\/(\w+)\//.exec(sandboxFileName)?.[1]
  const rank = (file: string) => (keen.indexOf(file) + 1 || 500) + (file.includes(`/tests/${room}/`) ? 0 : 100)
  const files = [...new Set(tests.map(fileOf))].sort((a, b) => rank(a) - rank(b))
  const few = new Set(files.slice(0, Number(process.env.MUTANTS_FILES)))
  return tests.filter(it => few.has(fileOf(it)))
}

/** A runner that came to no end is replaced by another one, which has not seen the first run. */
const kept = () => process.env.MUTANTS_KEPT ?? ''
const keepTests = (tests: readonly string[]) => writeFileSync(kept(), JSON.stringify(tests))
const keptTests = (): string[] => (existsSync(kept()) ? (JSON.parse(readFileSync(kept(), 'utf8')) as string[]) : [])
