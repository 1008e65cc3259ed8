import { button, type DemoTown, openDemoTown, press } from '@huiyin/tests/support/demo-town.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

let town: DemoTown
beforeAll(async () => {
  town = await openDemoTown()
})
afterAll(() => town.close())

type Moment = { after: number; free: boolean }

/** At every frame since the button is there, milliseconds after the first: whether a finger would reach it. */
const watch = (words: string) => `(() => {
  window.moments = []
  let first
  const look = () => {
    const it = [...document.querySelectorAll('[role=button]')].find(it => it.textContent.includes('${words}') && it.getClientRects().length)
    if (it) {
      const { left, top, width, height } = it.getBoundingClientRect()
      first ??= performance.now()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      window.moments.push({ after: performance.now() - first, free: it.contains(hit) })
    }
    if (window.moments.length < 400) requestAnimationFrame(look)
  }
  look()
})()`

test('where 提交 was no other button can be pressed for half a second, and then it can', async () => {
  const { page, close } = await town.phone('邻居', 'reports/pages/new/index')
  await page.getByRole('textbox').first().fill('路灯不亮，晚上看不清')
  await page.evaluate(watch('回首页'))
  await press(page, '提交')
  await page.getByText('收到了').first().waitFor({ timeout: 60_000 })
  await button(page, '回首页').click()
  const moments = await page.evaluate<Moment[]>('window.moments')
  expect(moments.length).toBeGreaterThan(0)
  expect(moments.filter(({ after, free }) => free && after < 450)).toEqual([])
  expect(moments.some(({ free }) => free)).toBe(true)
  await close()
})

test('with letters of 1.75 more than one of her matters is in sight above 报问题', async () => {
  const { page, close } = await town.phone('居民', 'pages/home/index', { fontScale: 1.75 })
  const dock = (await page.locator('.dock:visible').boundingBox())?.y ?? 0
  const cards = await page.locator('.report-card:visible').all()
  const tops = await Promise.all(cards.map(async it => (await it.boundingBox())?.y ?? 0))
  expect(tops.filter(top => top < dock - 60).length).toBeGreaterThan(1)
  await close()
})
