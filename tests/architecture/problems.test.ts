import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { nodesOf, parsed, placeOf, saidBy, sourcesIn } from './syntax.ts'

type Rule = { name: string; from: { path?: string }; to: { path?: string } }
const { forbidden }: { forbidden: Rule[] } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

const isTable = (file: string) => /^shared\/\w+\/[\w-]+-problems\.ts$/.test(file)
const sources = sourcesIn('shared', 'db', 'api')

/** Each refusal with the file that it stands in. */
const rows = sources.filter(isTable).flatMap(file =>
  nodesOf(parsed(file))
    .map(node => /^'?([a-z-]+)'?: \[\d{3},/.exec(node.getText())?.[1])
    .filter(code => code !== undefined)
    .map(code => ({ code, file })),
)

/** Where a code stands as a string. One of one word may mean something else where nobody refuses it. */
const named = sources
  .filter(file => !isTable(file))
  .flatMap(file => nodesOf(parsed(file)))
  .filter(node => rows.some(({ code }) => code === saidBy(node)))
  .map(node => ({ code: saidBy(node), place: placeOf(node), file: node.getSourceFile().fileName }))

test('each refusal stands in the table of one room, and somebody refuses it', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(new Set(rows.map(it => it.code)).size).toBe(rows.length)
  expect(rows.filter(({ code }) => !named.some(it => it.code === code))).toEqual([])
})

test('a room refuses only what it, core or a room that it may import has a row for', () => {
  const mayImport = (from: string, to: string) =>
    !forbidden.some(
      rule => rule.from.path && new RegExp(rule.from.path).test(from) && new RegExp(rule.to.path ?? '^$').test(to),
    )
  const strangers = named.filter(({ code, file }) => {
    const row = rows.find(it => it.code === code)
    return code?.includes('-') && row && !mayImport(file, row.file)
  })
  expect(strangers.map(it => `${it.place} ${it.code}`)).toEqual([])
})
