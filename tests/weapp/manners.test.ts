import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../lists/pages.ts'
import { dist, openPhones, type Phones } from '../support/phones.ts'
import { resident } from '../support/steps.ts'
import { readProject } from '../support/weapp/project.ts'

/** What WeChat expects of every mini-program, whatever its pages are about. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
  await resident(town, 'resident')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const { pages } = readProject(dist)

test('an old link to a page that is gone leads home, and says so', async () => {
  const phone = await town.open('resident', { path: 'reports/pages/gone/index?id=1' })
  expect(phone.page()).toBe('pages/home/index')
  expect(phone.screen()).toContain('这一页已经没有了，带您回到首页')
})

describe('a page that was opened without its number says so, and leads home', () => {
  const needing = Object.entries(pagesOf).flatMap(([room, { needing }]) =>
    needing.map(it => `${room}/pages/${it}/index`),
  )
  test.each(needing)('%s', async page => {
    const [room = '', , name = ''] = page.split('/')
    const phone = await town.open(pagesOf[room]?.holders[name] ?? 'resident', { path: page })
    await phone.waitFor('这一页没有打开完整')
    expect(phone.screen()).not.toContain('再试一次')
    await phone.tap('回到首页')
    expect(phone.page()).toBe('pages/home/index')
  })
})

test('every page that is a list can be pulled down, and reads it again', async () => {
  const src = join(dist, '../../src')
  const lists = globSync('**/pages/**/index.tsx', { cwd: src }).filter(it =>
    readFileSync(join(src, it), 'utf8').includes('useList('),
  )
  const { json } = readProject(dist)
  const still = lists.map(it => it.replace('.tsx', '')).filter(it => json(it).enablePullDownRefresh !== true)
  expect([lists.length > 8, still]).toEqual([true, []])
  const phone = await town.open('resident', { path: 'reports/pages/mine/index' })
  town.line.asked.length = 0
  await phone.pullDown()
  expect(town.line.asked).toContain('GET /api/reports/mine')
})

describe('search finds what everybody may read, and nothing else', () => {
  const { rules } = JSON.parse(readFileSync(join(dist, 'sitemap.json'), 'utf8')) as {
    rules: { action: string; page: string }[]
  }
  const allowed = rules.filter(it => it.action === 'allow').map(it => it.page)

  test('only pages that are there, and the others are closed', () => {
    expect([allowed.filter(it => !pages.includes(it)), rules.at(-1)]).toEqual([[], { action: 'disallow', page: '*' }])
  })

  test.each(allowed)('%s is the same for a stranger: nothing that is anybody’s', async page => {
    town.line.asked.length = 0
    await town.open('never-seen', { path: page })
    const asked = [...new Set(town.line.asked)].filter(it => it.startsWith('GET'))
    expect(asked.filter(it => /:id|\/[0-9a-f-]{36}/.test(it))).toEqual([])
  })
})
