import { chat } from '@huiyin/tests/photos/pictures.ts'
import type { PhoneOptions } from '@huiyin/tests/support/browser/open-phone.ts'
import { picture } from '@huiyin/tests/support/browser/picture.ts'
import { type DemoTown, openDemoTown, press } from '@huiyin/tests/support/demo-town.ts'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Pictures that a real browser draws before they travel. */
let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

const soon = { timeout: 120_000 }
/** What lies in the browser for sending, as base64. */
const kept = `new Promise(done => {
  const opening = indexedDB.open('huiyin', 1)
  opening.onsuccess = () => {
    const all = opening.result.transaction('photos').objectStore('photos').getAll()
    all.onsuccess = () => {
      const reader = new FileReader()
      reader.onload = () => done(reader.result.split(',')[1])
      reader.readAsDataURL(all.result.at(-1))
    }
  }
})`
/** Chooses a picture; answers the bytes that travel. */
const add = async (page: Page, buffer: Buffer, mimeType = 'image/jpeg') => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '拍照')])
  await chooser.setFiles([{ name: 'picture', mimeType, buffer }])
  await page.getByText('已传好').first().waitFor(soon)
  return Buffer.from((await page.evaluate(kept)) as string, 'base64')
}

const toTheEnd = `(() => { const body = [...document.querySelectorAll('.sheet-body')].at(-1); body.scrollTop = body.scrollHeight })()`
/** How the parts lie: further than three pages, edge to edge, without a gap. */
const laid = `(() => {
  const body = [...document.querySelectorAll('.sheet-body')].at(-1)
  const boxes = [...body.querySelectorAll('.long-image img')].map(it => it.getBoundingClientRect())
  return {
    scrolls: body.scrollHeight > 3 * body.clientHeight,
    gaps: boxes.slice(1).map((box, index) => Math.round(box.top - boxes[index].bottom)),
    wide: boxes[0].width / body.clientWidth,
  }
})()`

const look = async (name: string, options: PhoneOptions) => {
  const phone = await town.phone('居民', 'reports/pages/new/index', options)
  const { page } = phone
  const sent = await add(page, await chat(1080, 9000))
  expect(await sharp(sent).metadata()).toMatchObject({ width: 1080, height: 9000, format: 'jpeg' })
  expect(await page.locator('.picked:visible').count()).toBe(1)
  await page.locator('textarea:visible').fill('群里说的，请看聊天记录')
  await press(page, '提交')
  await page.locator('.number:visible').waitFor(soon)
  await press(page, '看进度')
  await page.getByText('长图').last().waitFor(soon)
  await picture(page, `long-${name}-tile`)
  await press(page, '第 1 张照片')
  await page.locator('.long-image img:visible').first().waitFor(soon)
  await page.waitForTimeout(800)
  await picture(page, `long-${name}-open`)
  await expect.poll(() => page.locator('.long-image img:visible').count(), { timeout: 20_000 }).toBe(4)
  await page.evaluate(toTheEnd)
  await page.waitForTimeout(800)
  expect(await page.evaluate(laid)).toEqual({ scrolls: true, gaps: [0, 0, 0], wide: 1 })
  await picture(page, `long-${name}-end`)
  await phone.close()
}

test('a long chat travels as one file in its full width, and is read by scrolling down', () => look('plain', {}))

test('so it is on a small phone with large letters, in the elder version, in the dark', () =>
  look('elder', { width: 375, height: 603, elder: true, fontScale: 1.75, dark: true }))

test('what shines through is white before it travels', async () => {
  const phone = await town.phone('居民', 'reports/pages/new/index')
  const clear = await sharp({
    create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer()
  const sent = await add(phone.page, clear, 'image/png')
  expect((await sharp(sent).stats()).channels.every(it => it.min > 250)).toBe(true)
  await phone.close()
})

test('a browser that was told not to give the place away says so, and what else there is', async () => {
  const phone = await town.phone('居民', 'reports/pages/new/index')
  await phone.page.locator('[role=button]:has(.i-pin):visible').first().click()
  await press(phone.page, '用我现在的位置')
  await phone.page.getByText('浏览器没有允许用位置').last().waitFor(soon)
  await picture(phone.page, 'place-refused')
  await phone.close()
})
