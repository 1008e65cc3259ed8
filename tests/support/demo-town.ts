import { pagesFolder } from '@huiyin/dev/build.ts'
import { openDemo } from '@huiyin/dev/demo.ts'
import { planCast } from '@huiyin/dev/town/cast.ts'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser } from './browser/open-browser.ts'
import { openPhone, type Phone, type PhoneOptions } from './browser/open-phone.ts'
import { openDemoFolder } from './demo-folder.ts'

/** The demo town in a temporary folder and a browser to look at it. */
export type DemoTown = {
  url: string
  browser: Browser
  /** A phone in the hand of a demo identity (居民, 网格员 …), opened on a page of the mini-program. */
  phone: (label: string, page: string, options?: PhoneOptions) => Promise<Phone>
  close: () => Promise<void>
}

const openidOf = (label: string) => {
  const member = planCast().find(it => it.label === label)
  if (!member) throw new Error(`nobody in the demo is ${label}`)
  return member.openid
}

export const openDemoTown = async (): Promise<DemoTown> => {
  const { folder, remove } = await openDemoFolder()
  const demo = await openDemo({ folder, port: 0, pages: pagesFolder('h5') })
  const browser = await openBrowser()
  return {
    url: demo.url,
    browser,
    phone: async (label, page, options = {}) => {
      const phone = await openPhone(browser, { ...options, openid: openidOf(label) })
      await goTo(phone.page, demo.url, page)
      return phone
    },
    close: async () => {
      await browser.close()
      await demo.close()
      remove()
    },
  }
}

/** Opens a page of the mini-program and waits until nothing is loading any more. */
export const goTo = async (page: Page, url: string, path: string) => {
  await page.goto(`${url}/m/#/${path}`)
  await settled(page)
}

/** Nothing spins, no skeleton, no request under way for half a second. */
export const settled = async (page: Page) => {
  await page.locator('.taro_page').last().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle', { timeout: 4000 }).catch(() => {})
  await page.waitForTimeout(400)
}

/** What is pressed by its spoken name, on the page that is shown. */
export const button = (page: Page, name: string) => page.locator(`[role=button][aria-label^="${name}"]:visible`).last()

export const press = (page: Page, name: string) => button(page, name).click({ timeout: 15_000 })

/** A photo as a phone takes it: large, with a place in its EXIF that must not survive. */
export const snapshot = async (name: string, background: string) => ({
  name: `${name}.jpg`,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 2000, height: 1500, channels: 3, background } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '31/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .toBuffer(),
})

export const takePhoto = async (page: Page, name: string, background: string) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '拍照')])
  await chooser.setFiles([await snapshot(name, background)])
  await page.getByText('已传好').first().waitFor({ timeout: 120_000 })
}
