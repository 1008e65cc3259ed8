import { runCommand } from '@huiyin/api/commands.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPhones, type Phones } from '../support/phones.ts'
import { resident } from '../support/steps.ts'

/** A page that cannot be drawn: she is told, and the operator hears of it, without a word of hers. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const listed = async () => {
  const { outside, clock } = town.world
  const desk = { db: outside.db, now: clock.now, read: async () => undefined, keys: outside.keys }
  return (await runCommand(desk, ['crashes', 'list'])).text
}
/** An answer that no page knows how to draw. */
const strange = () => Response.json({ items: [null], next: null })
const isMine = (what: string) => what === 'GET /api/reports/mine'

test('what cannot be drawn says so in its place, and comes back at a tap; the operator reads where it was', async () => {
  await resident(town, 'unlucky')
  town.line.meet = what => (isMine(what) ? strange() : undefined)
  const phone = await town.open('unlucky', { path: 'reports/pages/mine/index' })
  expect(phone.screen()).toContain('出了点问题')
  expect(phone.screen()).toContain('12345')
  await phone.pass(1)
  await phone.waitFor(() => town.line.asked.includes('POST /api/crashes'))
  await town.world.settle()
  expect(await listed()).toMatch(/1 次 {2}TypeError {2}reports\/pages\/mine\/index {2}weapp [\w.]+/)
  expect(await listed()).toMatch(/@[\w./-]+\.js:\d+:\d+/)
  town.line.meet = undefined
  await phone.tap('再试一次')
  await phone.waitFor('还没有')
  phone.close('faults')
})

test('without a network nothing is sent again and again', async () => {
  await resident(town, 'offline-unlucky')
  town.line.meet = what =>
    isMine(what) ? strange() : what === 'POST /api/crashes' ? new Response('', { status: 503 }) : undefined
  const phone = await town.open('offline-unlucky', { path: 'reports/pages/mine/index' })
  town.line.asked.length = 0
  for (let n = 0; n < 4; n++) await phone.pass(1)
  expect(town.line.asked.filter(it => it === 'POST /api/crashes').length).toBeLessThanOrEqual(1)
  phone.close('faults')
})
