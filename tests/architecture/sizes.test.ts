import ts from 'typescript'
import { expect, test } from 'vitest'
import { nodesOf, parsed, placeOf, sourcesIn } from './syntax.ts'

const most = 40

const linesOf = (node: ts.Node) => {
  const source = node.getSourceFile()
  const line = (at: number) => source.getLineAndCharacterOfPosition(at).line
  return line(node.end) - line(node.getStart()) + 1
}

test('no function of the house, or of what builds, shows and measures it, is longer than 40 lines', () => {
  const trees = ['shared', 'db', 'api', 'miniapp/src', 'dev', 'bench']
  const functions = sourcesIn(...trees).flatMap(file => nodesOf(parsed(file)).filter(ts.isFunctionLike))
  expect(functions.length).toBeGreaterThan(3_000)
  const long = functions.map(node => [placeOf(node), linesOf(node)] as const).filter(([, lines]) => lines > most)
  expect(long).toEqual([])
})
