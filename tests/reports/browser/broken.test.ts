import { coreWords } from '@huiyin/miniapp/src/core/words.ts'
import { staffWords } from '@huiyin/miniapp/src/reports/staff-words.ts'
import { axe } from '@huiyin/tests/support/browser/axe.ts'
import { picture } from '@huiyin/tests/support/browser/picture.ts'
import { button, type DemoTown, goTo, openDemoTown, press } from '@huiyin/tests/support/demo-town.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A page that throws as a whole, as it looks: with ordinary letters and with the largest. */
let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

const { error, problems } = coreWords
const [title] = problems.broken
const whoSheIs = '**/api/me'

test.each([
  ['as usual', '', {}],
  ['with letters of 1.75', '-large', { fontScale: 1.75 }],
])('%s: what happened and three ways on, and it comes back', async (_, suffix, options) => {
  const phone = await town.phone('居民', 'pages/home/index', options)
  const { page } = phone
  await page.route(whoSheIs, route => route.fulfill({ json: {} }))
  await goTo(page, town.url, 'reports/pages/visits/index')
  await page.reload()
  await page.getByText(title).last().waitFor()
  for (const way of [error.again, error.home, error.call]) await button(page, way).waitFor()
  await picture(page, `broken${suffix}`)
  expect(await axe(page)).toEqual([])
  await page.unroute(whoSheIs)
  await press(page, error.again)
  await page.getByText(staffWords.desk.noDesk).last().waitFor()
  // The browser tells of what was thrown, and so does the console.
  await phone.close(/TypeError/)
})
