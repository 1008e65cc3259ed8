import { type DemoTown, openDemoTown, press } from '@huiyin/tests/support/demo-town.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

test('in a browser the township saves the record as a table and prints a village, from a frame without scripts', async () => {
  const phone = await town.phone('司法所', 'consultations/pages/coverage/index')
  const { page } = phone
  const saved = page.waitForEvent('download')
  await press(page, '导出表格')
  expect((await saved).suggestedFilename()).toMatch(/^服务台账-20\d\d-\d\d\.xlsx$/)
  await page.getByRole('button', { name: '打印这个月的记录' }).first().click()
  const frame = page.locator('#to-print')
  await frame.waitFor({ state: 'attached' })
  expect(await frame.getAttribute('sandbox')).not.toContain('scripts')
  await page.frameLocator('#to-print').locator('h1').waitFor({ state: 'attached' })
  await phone.close()
})
