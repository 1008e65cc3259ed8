import { axe } from '@huiyin/tests/support/browser/axe.ts'
import type { Phone } from '@huiyin/tests/support/browser/open-phone.ts'
import { picture } from '@huiyin/tests/support/browser/picture.ts'
import { button, type DemoTown, openDemoTown, press, settled } from '@huiyin/tests/support/demo-town.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEditor } from './open-editor.ts'

/** Before and after, from the officer's desk to everybody's phone, in a real browser. */
let town: DemoTown
let officer: Phone
let published = 0

beforeAll(async () => {
  town = await openDemoTown()
  officer = await town.phone('司法所', 'reports/pages/desk/index')
})
afterAll(() => town.close())

const soon = { timeout: 120_000 }
const said = (page: Page, text: string) => page.getByText(text).last()

test('an officer covers parts of both photos, by two taps or by buttons, looks at them and publishes', async () => {
  const { page } = officer
  await openEditor(page)
  const photo = page.locator('#blur-before:visible')
  await photo.scrollIntoViewIfNeeded()
  const box = (await photo.boundingBox()) ?? { width: 0, height: 0 }
  await photo.click({ position: { x: box.width * 0.2, y: box.height * 0.2 } })
  await said(page, '再点一下对角').waitFor(soon)
  await photo.click({ position: { x: box.width * 0.5, y: box.height * 0.6 } })
  await said(page, '已盖住 1 块').waitFor(soon)
  const part = (await photo.locator('.blur-part').boundingBox()) ?? { width: 0, height: 0 }
  expect(part.width / box.width).toBeCloseTo(0.3, 1)
  expect(part.height / box.height).toBeCloseTo(0.4, 1)
  await picture(page, 'publish-editor')
  expect(await axe(page)).toEqual([])
  await press(page, '处理前 加一块')
  for (const move of ['左移', '上移', '变宽', '变高']) await press(page, move)
  await press(page, '去掉这一块')
  await press(page, '预览')
  await press(page, '公示')
  await said(page, '请先仔细看一遍').waitFor(soon)
  await page.locator('[role=checkbox]:visible').click()
  await picture(page, 'publish-preview')
  expect(await axe(page)).toEqual([])
  await press(page, '公示')
  await said(page, '正在公示').waitFor(soon)
  await settled(page)
  await picture(page, 'publish-shown')
})

test('a resident sees it with the others, and nobody’s name or number; a complaint hides it at once', async () => {
  const resident = await town.phone('居民', 'reports/pages/mine/index')
  const { page } = resident
  await press(page, '看看办好的事')
  await settled(page)
  published = await button(page, '举报这一条').count()
  expect(published).toBeGreaterThan(0)
  const before = await page.locator('[aria-label^="举报这一条"]:visible').count()
  await page.locator('[aria-label^="举报这一条"]:visible').first().click()
  await press(page, '认得出人、车牌或门牌')
  await said(page, '已暂停公开').waitFor(soon)
  await settled(page)
  expect(await page.locator('[aria-label^="举报这一条"]:visible').count()).toBeLessThanOrEqual(before)
  expect(await page.locator('.taro_page:visible').last().textContent()).not.toMatch(/\d{11}|号楼/)
  await resident.close()
})

test('the officer hears of it, looks, and shows it again', async () => {
  const { page } = officer
  await page.goto(`${town.url}/m/#/pages/inbox/index`)
  await settled(page)
  await said(page, '公示被举报').click()
  await said(page, '收到的举报').waitFor(soon)
  await settled(page)
  await picture(page, 'publish-hidden')
  await press(page, '没有问题，恢复公示')
  await said(page, '正在公示').waitFor(soon)
  await officer.close()
})
