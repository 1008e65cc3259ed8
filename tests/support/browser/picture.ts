import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { hasChineseFont, noChineseFont } from './chinese-font.ts'

const docs = join(import.meta.dirname, '../../../docs/pictures')
// A broken image is drawn as such; it must not stop the picture.
const everythingDrawn = `document.fonts.ready.then(() => Promise.all([...document.images].map(image => image.decode().catch(() => {}))))`
const scratch = join(tmpdir(), 'huiyin-pictures')

/**
 * Takes `<name>.png` of the screen when fonts and images are there, and returns its path. It goes to docs/pictures with
 * HUIYIN_PICTURES=1, else to a temporary folder. Throws on an empty page, and where docs would get empty boxes.
 */
export async function picture(page: Page, name: string): Promise<string> {
  const kept = process.env.HUIYIN_PICTURES === '1'
  const browser = page.context().browser()
  if (kept && browser && !(await hasChineseFont(browser))) throw new Error(noChineseFont)
  await page.evaluate(everythingDrawn)
  const shown = await page.getByText(/./).count()
  if (shown === 0) throw new Error(`picture ${name}: the page shows no text`)
  const folder = kept ? docs : scratch
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', scale: 'css' })
  return path
}
