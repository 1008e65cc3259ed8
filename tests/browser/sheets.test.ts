import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { looksOf } from '../lists/looks.ts'
import { picture } from '../support/browser/picture.ts'
import { modes, wear } from '../support/browser/targets.ts'
import { type DemoTown, openDemoTown } from '../support/demo-town.ts'
import { type Looks, pressed } from '../support/looks.ts'

/** Every kind of sheet on a small phone: what is done there is in sight, and everything else can be scrolled to. */
let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

const ofTheHouse: Looks = [
  {
    name: 'leave',
    sheet: 'pages/components/leave',
    label: '居民',
    page: 'pages/mine/index',
    open: pressed('退出登录'),
  },
]
const sheets = [...ofTheHouse, ...Object.values(looksOf).flat()].filter(it => it.sheet)

/** What is wrong with the uppermost sheet, in words. */
const measure = `(() => {
  const wrong = []
  const sheet = [...document.querySelectorAll('.sheet')].filter(it => it.offsetParent !== null || it.getClientRects().length).at(-1)
  if (!sheet) return ['no sheet']
  const within = it => { const box = it.getBoundingClientRect(); return box.top >= -1 && box.bottom <= innerHeight + 1 && box.width > 0 }
  for (const it of sheet.querySelectorAll(':scope > .sheet-head, :scope > .sheet-foot, :scope > .sheet-foot .button'))
    if (!within(it)) wrong.push('out of sight: ' + it.textContent)
  const body = sheet.querySelector(':scope > .sheet-body')
  if (!body || !within(body)) return [...wrong, 'the body is out of sight']
  if (body.scrollHeight > body.clientHeight + 1 && getComputedStyle(body).overflowY !== 'auto' && getComputedStyle(body).overflowY !== 'scroll')
    wrong.push('what is long does not scroll')
  if (body.clientHeight < 120 && body.scrollHeight > body.clientHeight + 1) wrong.push('a slit of ' + body.clientHeight)
  body.scrollTop = body.scrollHeight
  const words = body.querySelector('.sheet-words')
  if (words.getBoundingClientRect().bottom > body.getBoundingClientRect().bottom + 1) wrong.push('the end cannot be reached')
  if (words.scrollWidth > words.clientWidth + 1) wrong.push('wider than the phone')
  body.scrollTop = 0
  return wrong
})()`

const measured = async (page: Page, name: string) => {
  const found: Record<string, unknown> = {}
  for (const mode of modes) {
    await wear(page, mode)
    const wrong = await page.evaluate(measure)
    if ((wrong as string[]).length > 0) found[mode.mode] = wrong
  }
  await picture(page, `sheet-${name.replaceAll('/', '-')}`)
  return found
}

describe.concurrent('at 375 × 603', () => {
  test.each(sheets)('$name', async ({ name, label, page: path, open, expects }) => {
    const phone = await town.phone(label, path, { width: 375, height: 603 })
    await open?.(phone.page)
    expect(await measured(phone.page, name)).toEqual({})
    await phone.close(expects)
  })
})
