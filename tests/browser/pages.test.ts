import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { looksOf } from '../lists/looks.ts'
import { axe } from '../support/browser/axe.ts'
import { type PhoneOptions, startAnew } from '../support/browser/open-phone.ts'
import { picture } from '../support/browser/picture.ts'
import { badTargets } from '../support/browser/targets.ts'
import { type DemoTown, goTo, openDemoTown } from '../support/demo-town.ts'
import type { Looks } from '../support/looks.ts'

/** Every page as it looks: no serious finding of axe by day or in the dark, nothing cut off sideways, no English; and a picture of each. */
let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

/** Pages of no room; what stands on them comes from all. */
const ofTheHouse: Looks = [
  { name: 'home', label: '居民', page: 'pages/home/index' },
  { name: 'inbox', label: '居民', page: 'pages/inbox/index' },
  { name: 'mine', label: '居民', page: 'pages/mine/index' },
  { name: 'home-worker', label: '网格员', page: 'pages/home/index' },
  { name: 'home-adviser', label: '法律顾问', page: 'pages/home/index' },
]
const pages = [...ofTheHouse, ...Object.values(looksOf).flat()].filter(it => !it.sheet)

/** Texts and buttons that reach beyond the screen's edge, by their text. */
const cutOff = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('.taro_page')].filter(p => p.offsetParent !== null).flatMap(p => [...p.querySelectorAll('*')])
    .filter(it => it.childElementCount === 0 && it.textContent.trim() && it.getBoundingClientRect().width > 0)
    .filter(it => { const box = it.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1 })
    .map(it => it.textContent.trim().slice(0, 20))`)

/** Looks that a page has from its first moment on. */
const opened: [look: string, suffix: string, options: Pick<PhoneOptions, 'elder' | 'fontScale'>][] = [
  ['in the elder version', '-elder', { elder: true }],
  ['with letters of 1.75', '-large', { fontScale: 1.75 }],
]

const looksRight = async (page: Page, look: string, name: string) => {
  // A page that still slides in is beside the screen for a moment.
  await vi.waitFor(async () => expect(await cutOff(page), look).toEqual([]), { timeout: 120_000, interval: 100 })
  await picture(page, name)
  const text = (await page.locator('.taro_page:visible').last().textContent()) ?? ''
  expect(text.length, look).toBeGreaterThan(10)
  expect(text.replace(/[A-Z]\b|\d+m\b/g, ''), look).not.toMatch(/[A-Za-z]{3,}/)
}

// Most of the time a page waits for itself to be still: four at once take half as long.
describe.concurrent('in all its looks', () => {
  // Larger letters change neither colours nor names: axe looks at the two looks that differ in them.
  test.each(pages)('page $name', async ({ name, label, page: path, open, expects }) => {
    const phone = await town.phone(label, path)
    await open?.(phone.page)
    await looksRight(phone.page, 'as usual', name)
    expect(await axe(phone.page), 'as usual').toEqual([])
    await phone.page.emulateMedia({ colorScheme: 'dark' })
    await looksRight(phone.page, 'in the dark', `${name}-dark`)
    expect(await axe(phone.page), 'in the dark').toEqual([])
    expect(await badTargets(phone.page, path === 'pages/home/index'), 'for a finger').toEqual({})
    for (const [look, suffix, options] of opened) {
      await startAnew(phone, options)
      await goTo(phone.page, town.url, path)
      await open?.(phone.page)
      await looksRight(phone.page, look, `${name}${suffix}`)
    }
    await phone.close(expects)
  })
})

test('the demo page shows two phones side by side', async () => {
  const page = await town.browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await page.goto(town.url)
  for (const name of ['left', 'right'])
    await page.frameLocator(`iframe[name=phone-${name}]`).getByText('报问题').first().waitFor({ timeout: 30_000 })
  await page.waitForTimeout(2000)
  await picture(page, 'demo')
  await page.close()
})
