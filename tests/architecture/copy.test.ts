import { expect, test } from 'vitest'
import { nodesOf, parsed, placeOf, read, saidBy, sourcesIn } from './syntax.ts'

/** Where people look for what the phone and the service say. */
const isWords = (file: string) => /(?:^|[/-])words\.ts$|\.config\.ts$/.test(file)

test('what the mini-program and the service say in Chinese lies in words files', () => {
  const files = sourcesIn('miniapp/src', 'api').filter(file => !isWords(file) && /\p{Script=Han}/u.test(read(file)))
  const said = files.flatMap(file => nodesOf(parsed(file))).filter(node => /\p{Script=Han}/u.test(saidBy(node) ?? ''))
  expect(said.map(placeOf)).toEqual([])
})
