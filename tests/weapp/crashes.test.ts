import { runCommand } from '@huiyin/api/commands.ts'
import { coreWords } from '@huiyin/miniapp/src/core/words.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../lists/pages.ts'
import { dist, openPhones, type Phones } from '../support/phones.ts'
import { resident } from '../support/steps.ts'
import { readProject } from '../support/weapp/project.ts'

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
  expect(phone.screen()).toContain('这一页没能显示出来')
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

const [title, hint] = coreWords.problems.broken
const nobody = (what: string) => (what === 'GET /api/me' ? Response.json({}) : undefined)

test('a page that throws as a whole is not blank: what happened, once more, and a number to call', async () => {
  await resident(town, 'wholly-unlucky')
  town.line.meet = nobody
  const phone = await town.open('wholly-unlucky')
  expect(phone.screen()).toContain(title)
  expect(phone.screen()).toContain(hint)
  // She is at home already.
  expect(phone.screen()).not.toContain('回到首页')
  await phone.tap('拨打 12345')
  expect(phone.calls('makePhoneCall')).toEqual([expect.objectContaining({ phoneNumber: '12345' })])
  town.line.meet = undefined
  await phone.tap('再试一次')
  await phone.waitFor('报问题')
  phone.close('faults')
})

test('what she was writing is still there: the page says so, and home leads back to it', async () => {
  await resident(town, 'writing-unlucky')
  const phone = await town.open('writing-unlucky', { path: 'reports/pages/new/index' })
  await phone.input('说一句', '路灯不亮')
  await phone.pass(1)
  town.line.meet = what => (isMine(what) ? strange() : undefined)
  await phone.visit('reports/pages/mine/index')
  expect(phone.screen()).toContain(coreWords.error.kept)
  town.line.meet = undefined
  await phone.tap('回到首页')
  expect(phone.page()).toBe('pages/home/index')
  await phone.waitFor('有一件没写完')
  phone.close('faults')
})

describe('whatever the server answers, no page is blank', () => {
  test.each(readProject(dist).pages)('%s', async page => {
    const [room = '', , name = ''] = page.split('/')
    const holder = pagesOf[room]?.holders[name] ?? 'any-reader'
    if (holder === 'any-reader') await resident(town, holder)
    for (const answer of [strange, () => Response.json({})]) {
      town.line.meet = what => (what.startsWith('GET') ? answer() : undefined)
      const phone = await town.open(holder, { path: `${page}?id=${crypto.randomUUID()}` })
      expect(phone.screen()).not.toBe('')
      town.line.meet = undefined
      phone.close('faults')
    }
  })
})
