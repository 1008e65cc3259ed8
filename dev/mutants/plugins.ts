import { type CheckResult, CheckStatus } from '@stryker-mutator/api/check'
import type { Mutant, MutantResult } from '@stryker-mutator/api/core'
import {
  commonTokens,
  declareClassPlugin,
  declareFactoryPlugin,
  declareValuePlugin,
  PluginKind,
  tokens,
} from '@stryker-mutator/api/plugin'
import { equivalent } from './equivalent.ts'
import { askFewFiles } from './few-files.ts'
import { addNote, bugOf, bugToBe, drawOf, isToTry, readNotes, versionOf } from './notes.ts'

const asked = () => ({
  tests: process.env.MUTANTS_VERSION ?? '',
  seed: process.env.MUTANTS_SEED ?? '',
  share: Number(process.env.MUTANTS_SHARE),
  again: process.env.MUTANTS_AGAIN === 'yes',
  kinds: (process.env.MUTANTS_KINDS ?? '').split(',').filter(Boolean),
})

/** Leaves a share of the mutants, each drawn by itself, without those that are known; the others count as none. */
class Sample {
  readonly notes = readNotes()
  async init() {}
  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    const { tests, seed, share, again, kinds } = asked()
    const isAsked = (it: Mutant) => {
      const bug = bugToBe(it)
      const isKind = kinds.length === 0 || kinds.includes(bug.kind)
      return isKind && drawOf(bug, seed) < share && isToTry(this.notes, bug, tests, again)
    }
    const result = (it: Mutant): CheckResult =>
      isAsked(it) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: 'not asked for' }
    return Object.fromEntries(mutants.map(it => [it.id, result(it)]))
  }
  /** One by one, in the order of the draw: what is broken off has seen a sample of all files. */
  async group(mutants: Mutant[]): Promise<string[][]> {
    const { seed } = asked()
    const drawn = new Map(mutants.map(it => [it.id, drawOf(bugToBe(it), seed)]))
    return [...drawn].sort(([, a], [, b]) => a - b).map(([id]) => [id])
  }
}

const noticed = ['Killed', 'Timeout']
const missed = ['Survived', 'NoCoverage']

/** Writes down what became of each as soon as it is known. */
class Notes {
  onMutantTested(result: Readonly<MutantResult>): void {
    const { status } = result
    if (![...noticed, ...missed].includes(status)) return
    const { tests, seed } = asked()
    const bug = bugOf(result)
    const known = { noticed: noticed.includes(status), covered: status !== 'NoCoverage' }
    addNote({ ...bug, ...known, drawn: drawOf(bug, seed), version: versionOf(bug.file), tests })
  }
}

const fewFiles = Object.assign(askFewFiles, { inject: tokens(commonTokens.injector) })

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', Sample),
  declareClassPlugin(PluginKind.Reporter, 'notes', Notes),
  declareFactoryPlugin(PluginKind.TestRunner, 'few-files', fewFiles),
  declareValuePlugin(PluginKind.Ignore, 'equivalent', equivalent),
]
