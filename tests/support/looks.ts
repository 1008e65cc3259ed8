import type { Page } from 'playwright-core'

/**
 * A page as it is looked at: opened by whom, and gone on to by `open`. `expects`: what the browser's console may say. `sheet`: the
 * file of the sheet that has then come up; such a look is for measuring alone.
 */
export type Look = {
  name: string
  label: string
  page: string
  open?: (page: Page) => Promise<void>
  expects?: RegExp
  sheet?: string
}

/** What a room shows: `browser/looks.ts` in its folder exports it as `looks`. */
export type Looks = readonly Look[]

const calm = (page: Page) => page.waitForTimeout(1500)

/** Presses what is the first of these. */
export const first = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click()
  await calm(page)
}

/** Presses these one after another. */
export const pressed =
  (...names: (string | RegExp)[]) =>
  async (page: Page) => {
    for (const hasText of names)
      await page.locator(':is([role=button], [role=radio]):visible', { hasText }).last().click()
    await calm(page)
  }
