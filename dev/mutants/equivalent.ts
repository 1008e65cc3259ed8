import type { NodePath } from '@stryker-mutator/api/ignore'

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

/** `refuse('bug')`: what cannot happen, and is called so where a type asks what if. */
const isImpossible = ({ type, value }: Node): boolean => type === 'StringLiteral' && value === 'bug'

/** What travels on the wire is held by the recorded contract of the last release. */
const isContract = ({ type, callee }: Node): boolean => type === 'CallExpression' && callee?.object?.name === 'z'

/** How a thing looks, never whether it is there: sizes, colours, drawings, and the sign that stands beside a word. */
const looks = ['className', 'style', 'icon', 'kind', 'tone', 'drawing', 'mode', 'size', 'seal', 'hoverClass']

/** Looks are looked at, in pictures of every page: `kind={late ? 'grave' : 'plain'}` says in colour what a word beside it says. */
const isLooks = ({ type, name, id, key }: Node): boolean =>
  (type === 'JSXAttribute' && typeof name === 'object' && looks.includes(name.name ?? '')) ||
  (type === 'VariableDeclarator' && id?.name === 'className') ||
  (type === 'ObjectProperty' && looks.includes(key?.name ?? '') && key?.name !== 'kind')

/** What is not mutated, and why: no test could, or should, tell the difference. */
export const equivalent = {
  shouldIgnore: (path: NodePath) => {
    const { node } = path as { node?: Node }
    if (!node) return undefined
    if (isLooks(node)) return 'looks'
    if (isImpossible(node)) return 'impossible'
    return isCopy(node) ? 'copy' : isContract(node) ? 'contract' : undefined
  },
}
