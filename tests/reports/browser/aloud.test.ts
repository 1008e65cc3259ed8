import { axe } from '@huiyin/tests/support/browser/axe.ts'
import type { PhoneOptions } from '@huiyin/tests/support/browser/open-phone.ts'
import { picture } from '@huiyin/tests/support/browser/picture.ts'
import { button, type DemoTown, openDemoTown, press, settled } from '@huiyin/tests/support/demo-town.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** 朗读 in a browser: by a voice of the device, where it has one. */
let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

/** A device that speaks Chinese, and writes down what it said. */
const voice = `
  window.spoken = []
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text } } })
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'zh-CN', localService: true }],
    speak: it => window.spoken.push(it.text),
    cancel: () => window.spoken.push('cancel'),
    addEventListener: () => {}, removeEventListener: () => {},
  } })`

const firstMatter = async (options: PhoneOptions, speaks: boolean) => {
  const phone = await town.phone('居民', 'reports/pages/mine/index', options)
  if (speaks) {
    await phone.context.addInitScript(voice)
    await phone.page.reload()
    await settled(phone.page)
  }
  await phone.page.locator('.report-card:visible').first().click()
  await settled(phone.page)
  return phone
}

test('where nothing can read, there is no button', async () => {
  const phone = await firstMatter({}, false)
  expect(await button(phone.page, '朗读给我听').count()).toBe(0)
  await phone.close()
})

test.each<[string, PhoneOptions]>([
  ['plain', {}],
  ['elder', { width: 375, height: 603, elder: true, fontScale: 1.75, dark: true }],
])('a voice of the device reads the page, and stops at another tap and on leaving: %s', async (name, options) => {
  const phone = await firstMatter(options, true)
  const { page } = phone
  const spoken = () => page.evaluate('window.spoken') as Promise<string[]>
  await button(page, '朗读给我听').scrollIntoViewIfNeeded()
  await picture(page, `aloud-${name}`)
  await press(page, '朗读给我听')
  expect((await spoken()).filter(it => it !== 'cancel').length).toBeGreaterThan(3)
  await picture(page, `aloud-${name}-on`)
  expect(await axe(page)).toEqual([])
  await press(page, '停下，不读了')
  expect((await spoken()).at(-1)).toBe('cancel')
  await press(page, '朗读给我听')
  await page.goBack()
  await expect.poll(async () => (await spoken()).at(-1)).toBe('cancel')
  await phone.close()
})
