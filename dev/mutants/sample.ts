import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type CheckResult, CheckStatus } from '@stryker-mutator/api/check'
import type { Mutant } from '@stryker-mutator/api/core'
import type { NodePath } from '@stryker-mutator/api/ignore'
import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** Between 0 and 1; the same for the same mutant and seed. */
const drawn = ({ fileName, location: { start }, mutatorName, replacement }: Mutant, seed: string): number =>
  createHash('sha256')
    .update([seed, basename(fileName), start.line, start.column, mutatorName, replacement].join(' '))
    .digest()
    .readUInt32BE(0) /
  2 ** 32

/** Leaves a share of the mutants, each drawn by itself; the others count as none. */
class Sample {
  async init() {}
  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    const [seed, share] = [process.env.MUTANTS_SEED ?? '', Number(process.env.MUTANTS_SHARE)]
    const result = (it: Mutant): CheckResult =>
      drawn(it, seed) < share
        ? { status: CheckStatus.Passed }
        : { status: CheckStatus.CompileError, reason: 'not in the sample' }
    return Object.fromEntries(mutants.map(it => [it.id, result(it)]))
  }
  async group(mutants: Mutant[]): Promise<string[][]> {
    return [mutants.map(it => it.id)]
  }
}

type Node = {
  type?: string
  value?: unknown
  quasis?: { value: { raw: string } }[]
  key?: { name?: string }
  id?: { name?: string }
  name?: { name?: string } | string
  callee?: { object?: { name?: string } }
}

const chinese = /\p{Script=Han}/u

/** Copy is read by people: no test says it over again. */
const isCopy = ({ type, value, quasis = [], key }: Node): boolean =>
  (type === 'StringLiteral' && chinese.test(String(value))) ||
  (type === 'TemplateLiteral' && quasis.some(it => chinese.test(it.value.raw))) ||
  (type === 'ObjectProperty' && (key?.name === 'summary' || key?.name === 'path'))

/** What travels on the wire is held by the recorded contract of the last release. */
const isContract = ({ type, callee }: Node): boolean => type === 'CallExpression' && callee?.object?.name === 'z'

/** How a thing looks, never whether it is there: sizes, colours, drawings, and the sign that stands beside a word. */
const looks = ['className', 'style', 'icon', 'kind', 'tone', 'drawing', 'mode', 'size', 'seal', 'hoverClass']

/** Looks are looked at, in pictures of every page: `kind={late ? 'grave' : 'plain'}` says in colour what a word beside it says. */
const isLooks = ({ type, name, id, key }: Node): boolean =>
  (type === 'JSXAttribute' && typeof name === 'object' && looks.includes(name.name ?? '')) ||
  (type === 'VariableDeclarator' && id?.name === 'className') ||
  (type === 'ObjectProperty' && looks.includes(key?.name ?? '') && key?.name !== 'kind')

const copy = {
  shouldIgnore: (path: NodePath) => {
    const { node } = path as { node?: Node }
    if (!node) return undefined
    if (isLooks(node)) return 'looks'
    return isCopy(node) ? 'copy' : isContract(node) ? 'contract' : undefined
  },
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', Sample),
  declareValuePlugin(PluginKind.Ignore, 'copy', copy),
]
