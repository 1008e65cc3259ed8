import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone } from '../support/world.ts'
import { type Matter, openPublishing } from './publishing.ts'

/** What keeps a matter from the public, each by itself. */
let town: Awaited<ReturnType<typeof openPublishing>>
let officer: Someone
let matter: Matter
beforeAll(async () => {
  town = await openPublishing()
  officer = town.people.officer as Someone
})
beforeEach(async () => {
  matter = await town.mended()
})
afterAll(() => town.world.close())

const refused = async (code: string, change: (body: ReturnType<typeof town.choice>) => object = it => it) => {
  const body = change(town.choice(matter))
  expect(await refusal(officer.call('publishReport', body as never))).toBe(code)
  expect(await town.seen()).toEqual([])
}

test('without the reporter’s consent', () => refused('no-consent'))

test('before the matter is closed', async () => {
  matter = await town.mended({ confirm: false })
  await town.allow(matter)
  await refused('wrong-state')
})

test.each(['none', 'waiting', 'asked', 'review', 'risky'])('with a photo that is %s', async state => {
  await town.allow(matter)
  await town.judge(matter.after, state)
  await refused('photo-not-passed')
})

test('with a photo of another matter, of the wrong side, or of nobody', async () => {
  await town.allow(matter)
  const other = await town.mended()
  for (const [before, after] of [
    [other.before, matter.after],
    [matter.after, matter.before],
    [matter.before, randomUUID()],
  ] as [string, string][])
    await refused('not-found', () => town.choice({ ...matter, before, after }))
})

test('unless somebody says that he has looked, with one photo of each side', async () => {
  await town.allow(matter)
  await refused('bad-input', ({ looked: _, ...rest }) => rest)
  await refused('bad-input', it => ({ ...it, looked: false }))
  await refused('bad-input', it => ({ ...it, photos: it.photos.slice(0, 1) }))
  await refused('bad-input', it => ({ ...it, photos: [it.photos[0], it.photos[0]] }))
})

test.each<[string, object[]]>([
  ['beside the picture', [{ x: 0.8, y: 0, width: 0.3, height: 0.1 }]],
  ['below it', [{ x: 0, y: 0.95, width: 0.1, height: 0.1 }]],
  ['before it', [{ x: -0.1, y: 0, width: 0.3, height: 0.1 }]],
  ['without width', [{ x: 0, y: 0, width: 0, height: 0.1 }]],
  ['in pixels', [{ x: 10, y: 10, width: 100, height: 100 }]],
  ['of words', [{ x: '0', y: '0', width: '1', height: '1' }]],
  ['of nothing', [{}]],
  ['by the dozen', Array(21).fill({ x: 0, y: 0, width: 0.1, height: 0.1 })],
])('with parts %s', async (_, rects) => {
  await town.allow(matter)
  await refused('bad-input', () => town.choice(matter, rects))
})
