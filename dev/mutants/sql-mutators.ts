import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { sqlBugs } from './sql-bugs.ts'

/**
 * What Stryker does not know about SQL: the texts of `sql` templates, and the functions of the query builder. It has no plugins for
 * that, so its own list is added to, in the process that writes the mutants.
 */
export const teachSql = async (): Promise<void> => {
  const core = createRequire(import.meta.url).resolve('@stryker-mutator/core')
  const instrumenter = createRequire(core).resolve('@stryker-mutator/instrumenter')
  const { allMutators } = (await import(new URL('mutators/mutate.js', pathToFileURL(instrumenter)).href)) as {
    allMutators: Mutator[]
  }
  if (allMutators.some(it => it.name === 'Sql')) return
  const strings = allMutators.find(it => it.name === 'StringLiteral')
  if (!strings) throw new Error('Stryker has no mutator of strings any more')
  const mutateString = strings.mutate
  // An empty text of SQL is refused by the database: such a mutant would be noticed by whoever runs it.
  strings.mutate = path => (isTagged(path.parent) ? [] : mutateString(path))
  allMutators.push({ name: 'Sql', mutate: path => templateBugs(path.node) }, { name: 'Query', mutate: queryBugs })
}

type Node = {
  type: string
  name?: string
  tag?: Node
  quasi?: Node
  quasis?: { value: { raw: string } }[]
  expressions?: Node[]
  callee?: Node
  property?: Node
  meta?: Node
  arguments?: Node[]
}
type Path = { node: Node; parent: Node }
type Mutator = { name: string; mutate: (path: Path) => Iterable<Node> }

const isTagged = (node: Node | undefined) => node?.type === 'TaggedTemplateExpression' && node.tag?.name === 'sql'

const templateBugs = (node: Node): Node[] => {
  const { quasi } = node
  if (!isTagged(node) || !quasi?.quasis) return []
  const text = quasi.quasis.map((it, i) => (i === 0 ? '' : `⟦${i - 1}⟧`) + it.value.raw).join('')
  return sqlBugs(text).map(bug => ({ ...structuredClone(node), quasi: templateOf(bug, quasi.expressions ?? []) }))
}

const templateOf = (text: string, expressions: readonly Node[]): Node => {
  const parts = text.split(/⟦(\d+)⟧/)
  const texts = parts.filter((_, i) => i % 2 === 0)
  return {
    type: 'TemplateLiteral',
    quasis: texts.map((raw, i) => ({
      type: 'TemplateElement',
      value: { raw, cooked: raw },
      tail: i === texts.length - 1,
    })),
    expressions: parts.filter((_, i) => i % 2 === 1).map(hole => structuredClone(expressions[Number(hole)]) as Node),
  }
}

const otherFunctions: Record<string, string> = {
  ...{ gt: 'gte', gte: 'gt', lt: 'lte', lte: 'lt' },
  ...{ desc: 'asc', asc: 'desc', isNull: 'isNotNull', isNotNull: 'isNull', exists: 'notExists', notExists: 'exists' },
}

function* queryBugs({ node }: Path): Iterable<Node> {
  const given = node.arguments ?? []
  if (node.type !== 'CallExpression') return
  const { name = '', property } = node.callee ?? { type: '' }
  const other = otherFunctions[name]
  if (other) yield { ...structuredClone(node), callee: builder(other) }
  if (name === 'and' || name === 'or')
    for (const left of given.keys())
      yield { ...structuredClone(node), arguments: structuredClone(given.filter((_, i) => i !== left)) }
  if (property?.name === 'where' && given[0]?.callee?.name === 'eq')
    yield { ...structuredClone(node), arguments: [{ type: 'Identifier', name: 'undefined' }] }
}

/** `process.getBuiltinModule('module').createRequire(import.meta.url)('drizzle-orm').gte`: not every file imports what it should be. */
const builder = (name: string): Node => {
  const module = call(member(identifier('process'), 'getBuiltinModule'), text('module'))
  const here = member({ type: 'MetaProperty', meta: identifier('import'), property: identifier('meta') }, 'url')
  return member(call(call(member(module, 'createRequire'), here), text('drizzle-orm')), name)
}

type Made = Node & { [more: string]: unknown }
const identifier = (name: string): Made => ({ type: 'Identifier', name })
const text = (value: string): Made => ({ type: 'StringLiteral', value })
const call = (callee: Node, given: Node): Made => ({ type: 'CallExpression', callee, arguments: [given] })
const member = (object: Made, name: string): Made => ({
  type: 'MemberExpression',
  object,
  property: identifier(name),
  computed: false,
})
