import type { Locator, Page } from 'playwright-core'

/** Taro keeps pages that were left in the document: only the last page that is shown counts. */
export function shownPage(page: Page): Locator {
  return page.locator('.taro_page:not(.taro_page_shade)').last()
}

/** What a person would press: a button or anything with that role, by its text or its spoken name. */
export function pressable(page: Page, name: string | RegExp): Locator {
  const within = shownPage(page)
  const spoken = within.getByRole('button', { name })
  return spoken.or(within.locator('taro-button-core', { hasText: name })).first()
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await pressable(page, name).click()
}

/** The real field inside Taro's element, by its spoken name or its placeholder. */
export function field(page: Page, name: string): Locator {
  const named = ['aria-label', 'placeholder'].flatMap(attribute =>
    ['taro-input-core', 'taro-textarea-core'].map(tag => `${tag}[${attribute}="${name}"]`),
  )
  return shownPage(page).locator(named.join(', ')).locator('input, textarea').first()
}

export async function fill(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text)
}

export async function pressTab(page: Page, name: string): Promise<void> {
  await page.locator('.taro-tabbar__tabbar a', { hasText: name }).click()
}

/** Presses what opens the file picker, and picks. Files by path, or made up: `{ name, mimeType, buffer }`. */
export async function choosePhotos(
  page: Page,
  name: string | RegExp,
  files: string[] | { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, name)])
  await chooser.setFiles(files)
}
