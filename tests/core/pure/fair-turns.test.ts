import { fairTurns } from '@huiyin/api/core/fair-turns.ts'
import { expect, test } from 'vitest'

/** Works that end when the test says so. */
const hall = (places: number) => {
  const turns = fairTurns(places)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const bring = (name: string, { heavy = false, late }: { heavy?: boolean; late?: AbortSignal } = {}) =>
    turns({ personId: name[0] as string, heavy, late }, () => {
      begun.push(name)
      return new Promise<void>(done => ends.set(name, done))
    })
  const settled = () => new Promise(done => setImmediate(done))
  const end = async (name: string) => {
    ends.get(name)?.()
    await settled()
  }
  return { begun, bring, end, settled }
}

test('so many at a time, and the turn goes round by persons: one photo does not wait behind a hundred of somebody else', async () => {
  const { begun, bring, end, settled } = hall(2)
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1']) void bring(name)
  await settled()
  expect(begun).toEqual(['a1', 'a2'])
  await end('a1')
  await end('a2')
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1'])
  await end('b1')
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'a4'])
})

test('of heavy ones there is one at a time, and light ones pass them, of the same person too', async () => {
  const { begun, bring, end, settled } = hall(2)
  for (const name of ['a1', 'a2', 'b1']) void bring(name, { heavy: true })
  for (const name of ['a3', 'c1']) void bring(name)
  await settled()
  expect(begun).toEqual(['a1', 'a3'])
  await end('a3')
  expect(begun).toEqual(['a1', 'a3', 'c1'])
  await end('a1')
  expect(begun).toEqual(['a1', 'a3', 'c1', 'b1'])
})

test('what nobody waits for any more is not begun, and what fails gives its place back', async () => {
  const turns = fairTurns(1)
  const { begun, bring, end } = hall(1)
  const stop = new AbortController()
  void bring('a1')
  const waiting = bring('b1', { late: stop.signal })
  stop.abort(new Error('too late'))
  await expect(waiting).rejects.toThrow('too late')
  void bring('c1')
  await end('a1')
  expect(begun).toEqual(['a1', 'c1'])
  await expect(bring('d1', { late: stop.signal })).rejects.toThrow('too late')
  await expect(turns({ personId: 'a', heavy: true }, () => Promise.reject(new Error('torn')))).rejects.toThrow('torn')
  expect(await turns({ personId: 'a', heavy: true }, async () => 'open')).toBe('open')
})
