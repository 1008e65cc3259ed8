import { runCommand } from '@huiyin/api/commands.ts'
import { noteCrashes } from '@huiyin/db/crashes/queries.ts'
import { crashLimits } from '@huiyin/shared/crashes/crash-limits.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'
import { crash } from './crash.ts'

/** On both databases: errors on phones, heard from anybody, kept without anybody, read by the operator. */
let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const send = async (crashes: unknown[], more: object = {}) => {
  const body = JSON.stringify({ platform: 'weapp', version: '0.1.0', crashes, ...more })
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  return (await world.anybody('/api/crashes', init)).status
}
const desk = () => ({
  db: world.outside.db,
  now: world.clock.now,
  read: async () => undefined,
  keys: world.outside.keys,
})
const listed = async () => (await runCommand(desk(), ['crashes', 'list'])).text
const ready = async () => (await (await world.anybody('/readyz')).json()) as { ok: boolean; crashes: number }

test('the same error on many phones is one line with its count, where it was, and when first and last', async () => {
  expect(await listed()).toBe('最近没有手机出错')
  expect(await send([crash()])).toBe(200)
  world.clock.forward(60)
  expect(await send([crash(), crash({ kind: 'RangeError' })])).toBe(200)
  const text = await listed()
  expect(text).toMatch(/2 次 {2}TypeError {2}reports\/pages\/mine\/index {2}weapp 0\.1\.0/)
  expect(text).toContain('open@common.js:1:234')
  expect(text).toMatch(/1 次 {2}RangeError/)
})

test('it is a number in the health of the service, and no failure', async () => {
  await send([crash(), crash({ page: 'pages/home/index' })])
  expect(await ready()).toMatchObject({ crashes: 2 })
  world.clock.forward(25 * 60)
  expect((await ready()).crashes).toBe(0)
})

test.each<[string, object]>([
  ['a message', { message: '三楼王大爷家漏水' }],
  ['a name of no error', { kind: '王大爷' }],
  ['an id in the page', { page: 'reports/pages/show/index?id=1' }],
  ['words in the stack', { frames: ['at 漏水 (x.js:1:1)'] }],
  ['a stack without an end', { frames: Array(crashLimits.frames + 1).fill('a@b.js:1:1') }],
])('what could be somebody’s words is never kept: %s', async (_, part) => {
  const status = await send([{ ...crash(), ...part }])
  expect(await listed()).not.toMatch(/王大爷|漏水|id=1/)
  // Fields that nobody knows are passed over; wrong ones are refused.
  expect(status).toBe('message' in part ? 200 : 400)
})

test('many at once are refused: in one request, in a minute, and in kinds', async () => {
  expect(await send(Array(crashLimits.perBatch + 1).fill(crash()))).toBe(400)
  expect(await send([])).toBe(400)
  const kinds = Array.from({ length: crashLimits.kinds }, (_, n) => ({
    ...crash(),
    platform: 'h5' as const,
    version: '1',
    fingerprint: `k${n}`,
  }))
  await noteCrashes(world.outside.db, kinds, crashLimits.kinds, world.clock.now)
  await send([crash({ kind: 'URIError' })])
  expect(await listed()).not.toContain('URIError')
  await noteCrashes(world.outside.db, [kinds[0] as (typeof kinds)[0]], crashLimits.kinds, world.clock.now)
  const statuses = await Promise.all(Array.from({ length: crashLimits.requestsPerMinute + 5 }, () => send([crash()])))
  expect(statuses.filter(it => it === 429).length).toBeGreaterThanOrEqual(5)
})

test('what has not happened for a month goes, and what still happens stays', async () => {
  const minutes = crashLimits.days * 24 * 60
  await send([crash(), crash({ kind: 'RangeError' })])
  world.clock.forward(minutes - 10)
  await send([crash()])
  world.clock.forward(20)
  await world.api.chores()
  const text = await listed()
  expect([text.includes('TypeError'), text.includes('RangeError')]).toEqual([true, false])
})
