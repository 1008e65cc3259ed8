import { rooms } from '@huiyin/api/rooms.ts'
import { expect, test } from 'vitest'
import { nodesOf, parsed, saidBy, sourcesIn } from './syntax.ts'

/** What stands as a string outside of the tables of messages. */
const named = new Set(
  sourcesIn('shared', 'db', 'api')
    .filter(file => !/^shared\/.*-alerts\.ts$/.test(file))
    .flatMap(file => nodesOf(parsed(file)))
    .map(saidBy),
)

test('each message has somebody who sends it', () => {
  const kinds = rooms.flatMap(it => Object.keys(it.alerts ?? {}))
  expect(kinds.length).toBeGreaterThan(70)
  expect(kinds.filter(kind => !named.has(kind))).toEqual([])
})
