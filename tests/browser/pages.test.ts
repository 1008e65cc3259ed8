import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { axe } from '../support/browser/axe.ts'
import type { PhoneOptions } from '../support/browser/open-phone.ts'
import { picture } from '../support/browser/picture.ts'
import { type DemoTown, openDemoTown, press } from './demo-town.ts'
import { openEditor } from './open-editor.ts'

/** Every page as it looks: no serious finding of axe by day or in the dark, nothing cut off sideways, no English; and a picture of each. */
let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

/** `expects`: what the browser's console may say. */
type Shown = { name: string; label: string; page: string; open?: (page: Page) => Promise<void>; expects?: RegExp }

const firstCard = async (page: Page) => {
  await page
    .locator(
      '[role=button][aria-label*="编号"]:visible, .report-card:visible, .question-card:visible, .booking-card:visible',
    )
    .first()
    .click()
  await page.waitForTimeout(1500)
}

const firstHeld = async (page: Page) => {
  await page.locator('.queue-item:visible').first().click()
  await page.waitForTimeout(1500)
}
const firstBooked = async (page: Page) => {
  // A talk rather than a lecture, where the days ahead have one.
  const talk = page.locator('.booked:visible', { hasText: '还没看事由' })
  await ((await talk.count()) > 0 ? talk : page.locator('.booked:visible')).first().click()
  await page.waitForTimeout(1500)
}
const askWords = async (page: Page) => {
  await press(page, '开始写')
  await page.getByRole('textbox').first().fill('有借条，到期了他不还钱')
  await page.waitForTimeout(500)
}
const pressed =
  (...names: string[]) =>
  async (page: Page) => {
    for (const hasText of names)
      await page.locator(':is([role=button], [role=radio]):visible', { hasText }).last().click()
    await page.waitForTimeout(1500)
  }

/** All looks are of one neighbour, who may keep two times: the others find them among her bookings. */
const keptTime = async (page: Page) => {
  await page.locator('.slot:visible').first().click()
  await page.locator('textarea:visible, .booking-card:visible').first().waitFor()
  const kept = page.locator('.booking-card:visible')
  if ((await kept.count()) > 0) await kept.first().click()
  await page.locator('textarea:visible').first().waitFor()
}

const pages: Shown[] = [
  { name: 'home', label: '居民', page: 'pages/home/index' },
  { name: 'inbox', label: '居民', page: 'pages/inbox/index' },
  { name: 'mine', label: '居民', page: 'pages/mine/index' },
  { name: 'new', label: '居民', page: 'reports/pages/new/index' },
  { name: 'my-reports', label: '居民', page: 'reports/pages/mine/index' },
  { name: 'show', label: '居民', page: 'reports/pages/mine/index', open: firstCard },
  { name: 'published', label: '居民', page: 'reports/pages/published/index' },
  { name: 'home-worker', label: '网格员', page: 'pages/home/index' },
  { name: 'desk', label: '网格员', page: 'reports/pages/desk/index' },
  { name: 'handle', label: '网格员', page: 'reports/pages/desk/index', open: firstCard },
  { name: 'desk-township', label: '司法所', page: 'reports/pages/desk/index' },
  { name: 'publish', label: '司法所', page: 'reports/pages/desk/index', open: openEditor },
  { name: 'calls', label: '司法所', page: 'reports/pages/calls/index' },
  { name: 'visits', label: '司法所', page: 'reports/pages/visits/index' },
  { name: 'ask', label: '居民', page: 'questions/pages/new/index' },
  { name: 'ask-words', label: '居民', page: 'questions/pages/new/index', open: askWords },
  { name: 'unsafe', label: '居民', page: 'questions/pages/new/index', open: pressed('我现在不安全') },
  { name: 'my-questions', label: '居民', page: 'questions/pages/mine/index' },
  { name: 'thread', label: '居民', page: 'questions/pages/mine/index', open: firstCard },
  { name: 'answers', label: '居民', page: 'questions/pages/answers/index' },
  { name: 'find-lawyer', label: '居民', page: 'consultations/pages/find/index' },
  { name: 'my-bookings', label: '居民', page: 'consultations/pages/mine/index' },
  {
    name: 'places',
    label: '司法所',
    page: 'consultations/pages/coverage/index',
    open: pressed('顾问和地点', '咨询地点和签到码'),
  },
  {
    name: 'advisers',
    label: '司法所',
    page: 'consultations/pages/coverage/index',
    open: pressed('顾问和地点', '法律顾问请假'),
  },
  { name: 'add-day', label: '法律顾问', page: 'consultations/pages/hours/index', open: pressed('只加一天') },
  { name: 'booking', label: '居民', page: 'consultations/pages/mine/index', open: firstCard },
  {
    name: 'booking-book',
    label: '邻居',
    page: 'consultations/pages/find/index',
    open: keptTime,
    expects: /status of 422.*\/bookings$/,
  },
  { name: 'week', label: '法律顾问', page: 'consultations/pages/week/index' },
  { name: 'his-booking', label: '法律顾问', page: 'consultations/pages/week/index', open: firstBooked },
  { name: 'hours', label: '法律顾问', page: 'consultations/pages/hours/index' },
  { name: 'coverage', label: '司法所', page: 'consultations/pages/coverage/index' },
  { name: 'half-year', label: '司法所', page: 'consultations/pages/coverage/index', open: pressed('最近半年') },
  { name: 'home-adviser', label: '法律顾问', page: 'pages/home/index' },
  { name: 'queue', label: '法律顾问', page: 'questions/pages/queue/index' },
  { name: 'gate', label: '法律顾问', page: 'questions/pages/queue/index', open: pressed('给我下一个') },
  { name: 'answering', label: '法律顾问', page: 'questions/pages/queue/index', open: firstHeld },
  { name: 'paragraphs', label: '法律顾问', page: 'questions/pages/paragraphs/index' },
  { name: 'figures', label: '法律顾问', page: 'questions/pages/figures/index' },
  { name: 'desk-questions', label: '司法所', page: 'questions/pages/desk/index' },
]

/** Larger letters change neither colours nor names: axe looks at the two looks that differ in them. */
const looks: { look: string; suffix: string; options: PhoneOptions; inspected?: true }[] = [
  { look: 'as usual', suffix: '', options: {}, inspected: true },
  { look: 'in the elder version', suffix: '-elder', options: { elder: true } },
  { look: 'in the dark', suffix: '-dark', options: { dark: true }, inspected: true },
  { look: 'with letters of 1.75', suffix: '-large', options: { fontScale: 1.75 } },
]

/** Texts and buttons that reach beyond the screen's edge, by their text. */
const cutOff = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('.taro_page')].filter(p => p.offsetParent !== null).flatMap(p => [...p.querySelectorAll('*')])
    .filter(it => it.childElementCount === 0 && it.textContent.trim() && it.getBoundingClientRect().width > 0)
    .filter(it => { const box = it.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1 })
    .map(it => it.textContent.trim().slice(0, 20))`)

// Most of the time a page waits for itself to be still: four at once take half as long.
describe.concurrent.each(looks)('$look', ({ suffix, options, inspected }) => {
  test.each(pages)('page $name', async ({ name, label, page: path, open, expects }) => {
    const phone = await town.phone(label, path, options)
    await open?.(phone.page)
    // A page that still slides in is beside the screen for a moment.
    await vi.waitFor(async () => expect(await cutOff(phone.page)).toEqual([]), { timeout: 120_000, interval: 100 })
    await picture(phone.page, `${name}${suffix}`)
    if (inspected) expect(await axe(phone.page)).toEqual([])
    const text = (await phone.page.locator('.taro_page:visible').last().textContent()) ?? ''
    expect(text.length).toBeGreaterThan(10)
    expect(text.replace(/[A-Z]\b|\d+m\b/g, '')).not.toMatch(/[A-Za-z]{3,}/)
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
