import ts from 'typescript'
import { expect, test } from 'vitest'
import { nodesOf, parsed, placeOf, read, sourcesIn } from './syntax.ts'

/** On a phone nobody reads a log: what fails is told to whoever holds it, or the program says why that is not needed. */
const isHandler = (node: ts.Node) =>
  ts.isArrowFunction(node) &&
  node.parameters.length === 0 &&
  ts.isCallExpression(node.parent) &&
  ts.isPropertyAccessExpression(node.parent.expression) &&
  ((node.parent.expression.name.text === 'catch' && node.parent.arguments[0] === node) ||
    (node.parent.expression.name.text === 'then' && node.parent.arguments[1] === node))
const takesAnything = (node: ts.Node) =>
  (ts.isCatchClause(node) && node.variableDeclaration === undefined) || isHandler(node)

const goesOn = /\b(?:throw|say|tell|giveUp)\b/
const isComment = (line: string) => /^\s*(?:\/\/|\/?\*)/.test(line)

/** A comment in it, or above the statement that it belongs to. */
const isExplained = (node: ts.Node) => {
  const source = node.getSourceFile()
  const lines = source.text.split('\n')
  const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line
  const inside = lines.slice(lineOf(node.getStart()), lineOf(node.getEnd()) + 1)
  const outer = ts.findAncestor(node, it => isComment(lines[lineOf(it.getStart()) - 1] ?? ''))
  return inside.some(isComment) || (outer !== undefined && lineOf(node.getEnd()) - lineOf(outer.getStart()) < 12)
}

const swallowing = sourcesIn('miniapp/src')
  .filter(file => /catch|\.then\(/.test(read(file)))
  .flatMap(file => nodesOf(parsed(file)))
  .filter(node => takesAnything(node) && !goesOn.test(node.getText()))

test('nothing that fails on a phone is swallowed without a word about why', () => {
  expect(swallowing.length).toBeGreaterThan(10)
  expect(swallowing.filter(node => !isExplained(node)).map(placeOf)).toEqual([])
})
