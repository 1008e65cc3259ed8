import { buildPages, pagesFolder } from '@huiyin/dev/build.ts'
import { type Demo, openDemo } from '@huiyin/dev/demo.ts'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/browser/axe.ts'
import { openBrowser } from '../support/browser/open-browser.ts'
import { openDemoFolder } from '../support/demo-folder.ts'

let town: { folder: string; remove: () => void }
let demo: Demo
let browser: Browser

beforeAll(async () => {
  await buildPages('h5')
  town = await openDemoFolder()
  demo = await openDemo({ folder: town.folder, port: 0, pages: pagesFolder('h5') })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
  town?.remove()
})

const open = async (
  width: number,
  height: number,
  timezoneId = 'Asia/Shanghai',
): Promise<{ page: Page; wrong: string[] }> => {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId,
  })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(error.message))
  page.on('response', answer => {
    if (answer.status() >= 400) wrong.push(`${answer.status()} ${answer.url()}`)
  })
  await page.goto(demo.url)
  return { page, wrong }
}

const phone = (page: Page, side: 'left' | 'right') => page.frameLocator(`iframe[name="phone-${side}"]`)
const shown = (frame: FrameLocator) => frame.locator('.taro_page:not(.taro_page_shade)').last()
const press = (frame: FrameLocator, name: string) =>
  shown(frame)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()

const takePhoto = async (page: Page, frame: FrameLocator, which: 'before' | 'after') => {
  const picture = await (await fetch(`${demo.url}/__demo/photos/${which}`)).arrayBuffer()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    shown(frame).locator('.tile.add').last().click(),
  ])
  await chooser.setFiles({ name: `${which}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(picture) })
  await shown(frame).getByText('已传好').last().waitFor()
}

test('a stranger files a leak on the left, mends it on the right, and hears back on the left', async () => {
  const { page, wrong } = await open(1440, 900)
  const [left, right] = [phone(page, 'left'), phone(page, 'right')]
  await press(left, '报问题')
  await takePhoto(page, left, 'before')
  await shown(left).locator('textarea').first().fill('三楼水管漏水，流到楼道里了')
  await press(left, '提交')
  await shown(left).getByText('收到了').waitFor()

  await page.locator('[data-side="right"] .bubble').click()
  await shown(right).getByText('三楼水管漏水，流到楼道里了').waitFor()
  await press(right, '受理')
  await press(right, '办结')
  await takePhoto(page, right, 'after')
  await press(right, '已修好，现场恢复正常')
  await press(right, '提交')

  await page.locator('[data-side="left"] .bubble', { hasText: '办结通知' }).click()
  await press(left, '已解决')
  await press(left, '满意')
  await shown(left).getByText('已结束').waitFor()
  expect(wrong).toEqual([])
  await page.context().close()
})

test('each phone becomes somebody else in one tap, and the other one stays who he was', async () => {
  const { page, wrong } = await open(1440, 900)
  const who = (side: string) => page.locator(`[data-side="${side}"] .who`).textContent()
  const worker = await who('right')
  await page.locator('[data-side="left"] .roles button', { hasText: '司法所' }).click()
  await shown(phone(page, 'left')).getByText('司法所').first().waitFor()
  expect(await who('right')).toBe(worker)
  await shown(phone(page, 'right')).getByText('网格员').first().waitFor()
  expect(wrong).toEqual([])
  await page.context().close()
})

test('the clock above the phones is the town’s, in a browser on the other side of the world too', async () => {
  const { page } = await open(1440, 900, 'America/New_York')
  const { shift } = (await (await fetch(`${demo.url}/__demo/clock`)).json()) as { shift: number }
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit' })
  await expect
    .poll(() => page.locator('#now').textContent())
    .toMatch(new RegExp(` ${hour.format(Date.now() + shift)}:\\d\\d$`))
  await page.context().close()
})

test('a narrow screen shows one phone at full size under the strip of people', async () => {
  const { page } = await open(390, 844)
  await shown(phone(page, 'left')).getByText('我的事项').waitFor()
  expect(await page.locator('iframe').count()).toBe(1)
  const box = await page.locator('iframe').boundingBox()
  expect(box?.width).toBe(390)
  expect(box?.height).toBeGreaterThan(780)
  await page.context().close()
})

test('the demo page has nothing serious for those who cannot see or tap well', async () => {
  const { page } = await open(1440, 900)
  await page.locator('[data-side="left"] .who').waitFor()
  expect((await axe(page)).filter(it => it.nodes.every(node => !node.startsWith('iframe')))).toEqual([])
  await page.context().close()
})
