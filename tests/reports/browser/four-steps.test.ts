import type { Phone } from '@huiyin/tests/support/browser/open-phone.ts'
import { button, type DemoTown, openDemoTown, press, takePhoto } from '@huiyin/tests/support/demo-town.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The main job on two phones in a real browser: filed, alerted, mended, confirmed. Each phone fails on any page error. */
let town: DemoTown
let resident: Phone
let worker: Phone
let number = ''
let newestBefore: string | null = ''

beforeAll(async () => {
  town = await openDemoTown()
  resident = await town.phone('居民', 'pages/home/index')
  worker = await town.phone('网格员', 'pages/inbox/index')
  newestBefore = await newest(worker)
})
afterAll(() => town.close())

const newest = ({ page }: Phone) => page.locator('.message:visible').first().locator('.soft').last().textContent()
const soon = { timeout: 120_000 }

test('a resident files a leak in five taps and holds a receipt', async () => {
  const { page } = resident
  let taps = 0
  await page.exposeFunction('countTap', () => taps++)
  await page.evaluate(`document.addEventListener('click', () => countTap(), true)`)
  await press(page, '报问题')
  await takePhoto(page, 'leak', '#5b7f95')
  await page.locator('textarea:visible').fill('三楼水管漏水，流到楼道里了')
  await press(page, '提交')
  number = (await page.locator('.number:visible').textContent(soon)) ?? ''
  expect(number).toMatch(/^\d{11}$/)
  for (const said of ['谁会来', '最晚接手', '最晚办好', '所属网格'])
    expect(await page.getByText(said).last().isVisible()).toBe(true)
  expect(taps).toBeLessThanOrEqual(5)
})

test("the worker's inbox rings by itself and opens the task", async () => {
  const { page } = worker
  await expect.poll(() => newest(worker), soon).not.toBe(newestBefore)
  await page.locator('.message:visible').first().click()
  await button(page, '受理').waitFor(soon)
  await page.getByText(number).last().waitFor(soon)
})

test('she accepts, starts, and resolves with words and an after-photo', async () => {
  const { page } = worker
  await press(page, '受理')
  await press(page, '开始办理')
  await press(page, '办结')
  await takePhoto(page, 'mended', '#7fae8e')
  await press(page, '已修好')
  await press(page, '提交')
  await page.getByText('待居民确认').or(page.getByText('待确认')).first().waitFor(soon)
})

test('the resident sees each step come by itself, with before and after, and confirms in two taps', async () => {
  const { page } = resident
  await press(page, '看进度')
  await button(page, '已解决').waitFor(soon)
  for (const step of ['信息获取', '快速回应', '联动解决', '及时反馈', '居民评价'])
    expect(await page.getByText(step).last().isVisible(), step).toBe(true)
  await press(page, '已解决')
  await press(page, '满意')
  await page.getByText('已结束').last().waitFor(soon)
})

test('neither phone noticed an error or left this computer', () => {
  expect([...resident.noticed(), ...worker.noticed()]).toEqual([])
})
