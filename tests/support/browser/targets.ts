import type { Page } from 'playwright-core'

/** How a page is worn; the frame takes it as it does from the phone, and nothing is loaded anew. */
export type Mode = { mode: string; elder: boolean; scale: number }

export const modes: readonly Mode[] = [
  { mode: 'as usual', elder: false, scale: 1 },
  { mode: 'elder', elder: true, scale: 1 },
  { mode: 'elder, largest letters', elder: true, scale: 1.5 },
  { mode: 'letters of 1.75', elder: false, scale: 1.75 },
]

export const wear = async (page: Page, { elder, scale }: Mode) => {
  await page.evaluate(`(() => {
    for (const it of document.querySelectorAll('.hy')) {
      it.classList.toggle('elder', ${elder})
      it.style.setProperty('--scale', '${scale}')
      it.style.setProperty('--scale-title', '${1 + (scale - 1) / 2}')
    }
  })()`)
  await page.waitForTimeout(50)
}

/** Pixels that a finger needs: quality U27. */
const least = ({ elder }: Mode) => (elder ? 60 : 44)

/** What can be tapped or typed into and is too small for it, as `words 326×31`. */
export const smallTargets = async (page: Page): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {}
  for (const mode of modes) {
    await wear(page, mode)
    const small = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.taro_page')].filter(it => it.offsetParent !== null).flatMap(it => [...it.querySelectorAll('.hy [role=button], .hy [role=radio], .hy [role=checkbox], .hy input, .hy textarea')])
      .map(it => [it, it.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < ${least(mode)} - 0.5)
      .map(([it, { width, height }]) => (it.getAttribute('aria-label') || it.textContent || it.placeholder || it.className).slice(0, 16) + ' ' + Math.round(width) + '×' + Math.round(height))`)
    if (small.length > 0) found[mode.mode] = [...new Set(small)]
  }
  return found
}
