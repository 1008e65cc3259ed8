import { basename } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { routes } from '../support/world.ts'
import { importsOf, nodesOf, parsed, placeOf, read, sourcesIn } from './syntax.ts'

/** `glossary.md` holds the table of what is not said: `[not, say]`. */
const instead = new Map(
  (read('docs/glossary.md').split('| say | not |')[1] ?? '').split('\n').flatMap(line => {
    const [say, not] = line
      .split('|')
      .slice(1, 3)
      .map(it => it.trim())
    return say && not && !/^-+$/.test(say) ? not.split(', ').map((word): [string, string] => [word, say]) : []
  }),
)

/** `tookPlaceAt`, `took-place.ts`: took, place … */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

const wrongIn = (name: string) => wordsOf(name).filter(word => instead.has(word))

const isDeclared = (node: ts.Node): node is ts.Identifier =>
  ts.isIdentifier(node) &&
  (ts.isVariableDeclaration(node.parent) ||
    ts.isParameter(node.parent) ||
    ts.isBindingElement(node.parent) ||
    ts.isTypeAliasDeclaration(node.parent) ||
    ts.isFunctionDeclaration(node.parent)) &&
  node.parent.name === node

/** Whoever takes a stored thing apart (`{ looks }`) keeps its name. */
const isTakenApart = ({ parent }: ts.Identifier) =>
  ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && !parent.propertyName

test('one thing has one name: nothing is declared under a name for which the glossary has another', () => {
  expect(instead.size).toBeGreaterThan(10)
  // Tests tell of one person at a time: there she may be she.
  const wrong = sourcesIn('shared', 'db', 'api', 'miniapp/src', 'dev')
    .flatMap(file => nodesOf(parsed(file)).filter(isDeclared))
    .filter(node => !(node.text in routes) && !isTakenApart(node))
    .flatMap(node => wrongIn(node.text).map(word => `${placeOf(node)} ${node.text}: ${instead.get(word)}, not ${word}`))
  expect(wrong).toEqual([])
})

/** `list-looks.ts` is named after the route that it answers. */
const verbs = new Set(Object.keys(routes).map(name => wordsOf(name).join('-')))

test('and no file has such a name', () => {
  const wrong = sourcesIn('shared', 'db', 'api', 'miniapp/src', 'dev')
    .filter(file => !verbs.has(basename(file).replace(/\..*$/, '')))
    .filter(file => wrongIn(basename(file)).length > 0)
  expect(wrong).toEqual([])
})

const roomOf = (file: string) => file.split('/')[1] ?? ''

test('a room does not give another meaning to a type that a room below it shows', () => {
  const sources = sourcesIn('shared', 'db', 'api').map(parsed)
  const shown = sources.flatMap(source =>
    source.statements
      .filter(ts.isTypeAliasDeclaration)
      .filter(it => it.modifiers?.some(one => one.kind === ts.SyntaxKind.ExportKeyword))
      .map(it => ({ name: it.name.text, room: roomOf(source.fileName), place: placeOf(it) })),
  )
  // Below a room is whatever it takes something from.
  const below = new Set(
    sources.flatMap(source => importsOf(source).map(it => `${roomOf(source.fileName)} ${roomOf(it.from ?? '')}`)),
  )
  const again = shown.filter(it =>
    shown.some(one => one.name === it.name && one.room !== it.room && below.has(`${it.room} ${one.room}`)),
  )
  expect(shown.length).toBeGreaterThan(300)
  expect(again.map(it => `${it.place} ${it.name}`)).toEqual([])
})
