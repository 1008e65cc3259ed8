import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Import, importsOf, nodesOf, parsed, read, sourcesIn } from './syntax.ts'

const api = sourcesIn('api').map(parsed)

/** `fileReport` lies in `file-report.ts`. */
const fileOf = (verb: string) => `${verb.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}.ts`

/** The names that a room answers for its routes: the keys of what is given to `room(routes, …)`. */
const answersIn = (source: ts.SourceFile): string[] =>
  nodesOf(source)
    .filter(ts.isCallExpression)
    .filter(call => call.expression.getText() === 'room')
    .flatMap(call => call.arguments.slice(1).filter(ts.isObjectLiteralExpression))
    .flatMap(answers => answers.properties.map(it => it.name?.getText() ?? ''))

type Verb = { name: string; found: Import | undefined }

const verbs: Verb[] = api.flatMap(source => {
  const imports = importsOf(source)
  return answersIn(source).map(name => ({ name, found: imports.find(it => it.local === name) }))
})

test('what a room answers lies in a file named after it, and one file holds one answer', () => {
  expect(verbs.length).toBeGreaterThan(100)
  const misplaced = verbs.filter(
    ({ name, found }) => found?.imported !== name || !found.from?.endsWith(`/${fileOf(name)}`),
  )
  expect(misplaced.map(it => it.name)).toEqual([])
})

test('a verb never imports a verb', () => {
  const files = new Set(verbs.map(it => it.found?.from))
  const calls = api
    .filter(source => files.has(source.fileName))
    .flatMap(source =>
      importsOf(source)
        .filter(it => files.has(it.from))
        .map(it => `${source.fileName} → ${it.from}`),
    )
  expect(calls).toEqual([])
})

const callsIn = (node: ts.Node): string[] =>
  nodesOf(node)
    .filter(ts.isCallExpression)
    .map(it => it.expression.getText())

/** `file name` of each function of the database that writes a step of a history, itself or by another of these. */
const stepWriters = (() => {
  const declared = sourcesIn('db')
    .map(parsed)
    .flatMap(source => {
      const imported = new Map(importsOf(source).map(it => [it.local, `${it.from} ${it.imported}`]))
      const placed = (name: string) => imported.get(name) ?? `${source.fileName} ${name}`
      return source.statements
        .filter(ts.isVariableStatement)
        .flatMap(it => it.declarationList.declarations)
        .map(it => ({ name: placed(it.name.getText()), text: it.getText(), calls: callsIn(it).map(placed) }))
    })
  const writes = /insert into (?:\w+_(?:events|steps)|\$\{named\(\[events\]\)\}) \([^)]*\bevent\W+state\b/
  const names = new Set(declared.filter(it => writes.test(it.text)).map(it => it.name))
  for (let before = 0; before < names.size; ) {
    before = names.size
    for (const it of declared) if (it.calls.some(name => names.has(name))) names.add(it.name)
  }
  return names
})()
const writesStep = (it: Import) => stepWriters.has(`${it.from} ${it.imported}`)

const makesMover = (source: ts.SourceFile) =>
  callsIn(source).some(name => name === 'createMove' || name === 'createStep')
const movers = new Set(api.filter(makesMover).map(it => it.fileName))
const asking = ['demandAct', 'demandMove', 'nextState']

/** Who writes steps by which functions of the database. */
const writers = api.flatMap(source => {
  const imports = importsOf(source).filter(it => !it.isType)
  const by = imports.filter(writesStep).map(it => it.imported)
  const asks = imports.some(it => asking.includes(it.imported) || movers.has(it.from ?? ''))
  return by.map(name => ({ file: source.fileName, name, asks }))
})

test('only the movers write the steps of a life: what moves a matter is given to them alone', () => {
  expect(writers.length).toBeGreaterThan(8)
  const moves = writers.filter(it => it.name.startsWith('move'))
  expect(new Set(moves.map(it => it.file))).toEqual(
    new Set([...movers].filter(file => moves.some(it => it.file === file))),
  )
  expect(moves.length).toBeGreaterThan(3)
})

test('whoever writes a step has asked the life, but for who makes the matter', () => {
  const unasked = writers.filter(it => !it.asks && !it.name.startsWith('insert') && !movers.has(it.file))
  expect(unasked).toEqual([])
})

test('everything that writes a step is imported by name', () => {
  const whole = api.flatMap(importsOf).filter(it => it.imported === '*' && it.from?.startsWith('db/'))
  const hidden = whole.filter(it => [...stepWriters].some(name => name.startsWith(`${it.from} `)))
  expect(hidden.map(it => it.spec)).toEqual([])
})

test('no import climbs more than once', () => {
  const trees = ['shared', 'db', 'api', 'miniapp/src', 'dev', 'bench', 'tests']
  const climbing = sourcesIn(...trees).filter(file => /(?:from |import |import\()'(?:\.\.\/){2}/.test(read(file)))
  expect(climbing).toEqual([])
})
