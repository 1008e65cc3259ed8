import type { Phone } from '@huiyin/tests/support/browser/open-phone.ts'
import { button, type DemoTown, goTo, openDemoTown, press } from '@huiyin/tests/support/demo-town.ts'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A consultation on two phones in a real browser: booked, read behind the gate, held, written down, confirmed, counted. */
let town: DemoTown
let resident: Phone
let adviser: Phone
let show = ''

beforeAll(async () => {
  town = await openDemoTown()
  resident = await town.phone('居民', 'pages/home/index')
  adviser = await town.phone('法律顾问', 'consultations/pages/week/index')
})
afterAll(() => town.close())

const soon = { timeout: 120_000 }
const reads = ({ page }: Phone, text: string) => page.getByText(text).last().waitFor(soon)
const inSight = async (it: Locator) => {
  const box = await it.boundingBox()
  return box !== null && box.y > 40 && box.y + box.height < 600
}
const choose = (page: Page, name: string) => page.locator('.filter:visible', { hasText: name }).first().click()
const halfADay = async () => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
  await fetch(`${town.url}/__demo/clock`, { ...init, body: JSON.stringify({ minutes: 12 * 60 }) })
}

test('a resident books a talk in four taps from the home page', async () => {
  const { page } = resident
  await page.getByText('约律师当面谈').first().click()
  await page.locator('.slot:visible').filter({ hasNotText: '普法讲座' }).first().click()
  await choose(page, '借钱不还')
  await press(page, '确认预约')
  await reads(resident, '已约好')
  show = new URL(page.url()).hash.replace('#/', '')
  expect(show).toContain('consultations/pages/show')
})

test('with the largest letters, 确认预约 without a word leads to the field that lacks it', async () => {
  const neighbour = await town.phone('邻居', 'consultations/pages/find/index', { fontScale: 1.75 })
  const { page } = neighbour
  await page.locator('.slot:visible').filter({ hasNotText: '普法讲座' }).first().click()
  const field = page.getByText('想问什么事？').first()
  await field.waitFor(soon)
  expect(await inSight(field)).toBe(false)
  await press(page, '确认预约')
  await expect.poll(() => inSight(field)).toBe(true)
  await neighbour.close()
})

test('the lawyer finds it, and reads why only after he has declared', async () => {
  const { page } = adviser
  await goTo(page, town.url, show)
  await button(page, '没有冲突，看事由').waitFor(soon)
  expect(await page.getByText('借钱不还').count()).toBe(0)
  await press(page, '没有冲突，看事由')
  await reads(adviser, '借钱不还')
})

test('once it has begun he writes it down, and she confirms in two taps', async () => {
  const { page } = adviser
  const record = button(page, '记下：见过了')
  for (let n = 0; n < 40 && !(await record.isVisible()); n++) {
    await halfADay()
    await page.reload()
    await page.locator('.when:visible').waitFor(soon)
  }
  await choose(page, '当面答复')
  await page.locator('textarea:visible').fill('讲了起诉要带的材料')
  await press(page, '记下：见过了')
  await reads(adviser, '等居民确认')
  await resident.page.reload()
  await button(resident.page, '见过了').waitFor(soon)
  await resident.page.locator('.face:visible, [role=radio]:visible', { hasText: '好' }).first().click()
  await press(resident.page, '见过了')
  await reads(resident, '已完成')
  for (const phone of [resident, adviser]) await phone.close()
})
