import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testOrigin } from '@huiyin/dev/build.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../lists/pages.ts'
import { dist, openPhones, type PhonePages, type Phones } from '../support/phones.ts'
import { resident } from '../support/steps.ts'
import type { Miniprogram } from '../support/weapp/miniprogram.ts'
import { readProject } from '../support/weapp/project.ts'

/** What can be handed on to others, and that nothing else can: not with one of our buttons and not with WeChat's own menu. */
let town: Phones
const shown: Record<string, Record<string, string>> = {}
beforeAll(async () => {
  town = await openPhones()
  const she = await resident(town, 'resident')
  for (const [room, { fill }] of Object.entries(pagesOf)) shown[room] = await fill(town.world, she)
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const { pages } = readProject(dist)
const allowed = {
  'reports/pages/published/index': '办好的事',
  'questions/pages/answer/index': '普法问答',
  'consultations/pages/find/index': '约律师',
  'people/pages/guide/index': '怎么用',
}
const here = Object.keys(allowed).filter(it => pages.includes(it))

const open = (page: string, more = '') => {
  const [room = '', , name = ''] = page.split('/')
  const { holders }: Partial<PhonePages> = pagesOf[room] ?? {}
  const id = shown[room]?.[name]
  const query = [id && `id=${id}`, more].filter(Boolean).join('&')
  return town.open(holders?.[name] ?? 'resident', { path: query ? `${page}?${query}` : page })
}
type Card = { title: string; path: string; imageUrl: string }
const cardOf = (phone: Miniprogram) => phone.calls('share').at(-1) as Card

/** Whether WeChat's menu would hand it on. */
const canBeShared = (phone: Miniprogram) =>
  phone.share().then(
    () => true,
    (error: Error) => (error.message.includes('cannot be handed on') ? false : Promise.reject(error)),
  )

test('of all pages exactly those can be handed on that everybody may see', async () => {
  const found: string[] = []
  for (const page of pages) {
    const phone = await open(page)
    if (await canBeShared(phone)) found.push(page)
    phone.close()
  }
  expect(found.sort()).toEqual(here.sort())
})

describe.each(here)('%s on a card', page => {
  test('says in Chinese what it is, has a picture of its own, and leads to an open page, with no more than which one', async () => {
    const phone = await open(page, 'move=7b0e4c1e-6f0c-4b7e-9d39-0a1f5b1c2d3e&from=elsewhere')
    await phone.share()
    const { title, path, imageUrl } = cardOf(phone)
    expect(title).toMatch(/^[\p{Script=Han}，。：、？！…\d A-Za-z]{6,40}$/u)
    const [target = '', query = ''] = path.replace(/^\//, '').split('?')
    expect([...Object.keys(allowed), 'questions/pages/answers/index', 'pages/home/index']).toContain(target)
    expect([...new URLSearchParams(query).keys()].filter(it => !['id', 'village'].includes(it))).toEqual([])
    if (!imageUrl.startsWith(testOrigin)) expect(existsSync(join(dist, imageUrl)), imageUrl).toBe(true)
  })
})
