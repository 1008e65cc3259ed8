import { button, press, settled } from '@huiyin/tests/support/demo-town.ts'
import type { Page } from 'playwright-core'

/** From the desk to a closed matter whose reporter has agreed and which is not shown yet. */
export const openEditor = async (page: Page) => {
  await page.locator('[role=radio][aria-label="所有"]:visible').click()
  await settled(page)
  const closed = page.locator('.report-card:visible', { hasText: '已销号' })
  for (;;) {
    for (let n = 0; n < (await closed.count()); n++) {
      await closed.nth(n).click()
      await press(page, '公示处理前后')
      await settled(page)
      if (await button(page, '预览').isVisible()) return
      await page.goBack()
      await settled(page)
      await page.goBack()
      await settled(page)
    }
    // Without a next page there was nothing to publish: this fails.
    await press(page, '下一页')
    await settled(page)
  }
}
