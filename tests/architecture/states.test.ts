import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/builds.ts'
import { nodesOf, parsed, placeOf, saidBy, sourcesIn } from './syntax.ts'

/** The states of every life of the house: what shared exports as `…States`, or as what is checked. */
const lives = async () => {
  const modules = await Promise.all(
    sourcesIn('shared').map((file): Promise<Record<string, unknown>> => import(join(root, file))),
  )
  return modules
    .flatMap(it => Object.entries(it))
    .filter(([name, states]) => /(?:States|Checks)$/.test(name) && Array.isArray(states))
    .map(([, states]) => new Set(states as string[]))
}

test('no statement spells a set of states: shared names it, and anyOf writes it', async () => {
  const all = await lives()
  expect(all.length).toBeGreaterThan(8)
  const spelled = (text: string) =>
    [...text.matchAll(/\(('[\w-]+'(?:, *'[\w-]+')+)\)/g)]
      .map(([, list = '']) => list.split(/, */).map(name => name.slice(1, -1)))
      .filter(names => all.some(states => names.every(name => states.has(name))))
  const wrong = sourcesIn('db')
    .flatMap(file => nodesOf(parsed(file)))
    .filter(node => spelled(saidBy(node) ?? '').length > 0)
  expect(wrong.map(placeOf)).toEqual([])
})
