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

/** Pixels that a finger needs, and between two: quality U27. */
const leastOf = ({ elder }: Mode, home: boolean) => (elder ? 60 : home ? 48 : 44)
const leastBetween = 8

/**
 * Runs in the page. Rows of one list lie close on purpose: each is as wide as the screen. What floats passes over
 * whatever lies below it, and what lies in another is that one's own.
 */
const tooSmallOrClose = `(least, between) => {
  const targets = [...document.querySelectorAll('.taro_page')].filter(it => it.offsetParent !== null)
    .flatMap(it => [...it.querySelectorAll('.hy [role=button], .hy [role=radio], .hy [role=checkbox], .hy input, .hy textarea')])
    .map(it => ({ it, box: it.getBoundingClientRect() })).filter(({ box }) => box.width > 0)
  const named = it => (it.getAttribute('aria-label') || it.textContent || it.placeholder || it.className).slice(0, 16)
  const small = targets.filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
    .map(({ it, box }) => named(it) + ' ' + Math.round(box.width) + '×' + Math.round(box.height))
  const apart = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)
  const floats = it => it !== null && (['fixed', 'sticky'].includes(getComputedStyle(it).position) || floats(it.parentElement))
  const row = it => it.classList.contains('cell') && it.closest('.card')
  const rows = (a, b) => row(a) && row(a) === row(b)
  const close = targets.flatMap((one, n) => targets.slice(n + 1)
    .filter(two => !one.it.contains(two.it) && !two.it.contains(one.it) && !rows(one.it, two.it) && floats(one.it) === floats(two.it))
    .filter(two => { const gap = apart(one.box, two.box); return gap >= 0 && gap < between - 0.5 })
    .map(two => named(one.it) + ' | ' + named(two.it) + ' ' + apart(one.box, two.box).toFixed(1)))
  return [...new Set([...small, ...close])]
}`

/** What can be tapped or typed into and is too small for a finger, as `words 326×31`, or too close to another, as `one | other 4.0`. */
export const badTargets = async (page: Page, home: boolean): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {}
  for (const mode of modes) {
    await wear(page, mode)
    const bad = await page.evaluate<string[]>(`(${tooSmallOrClose})(${leastOf(mode, home)}, ${leastBetween})`)
    if (bad.length > 0) found[mode.mode] = bad
  }
  return found
}
