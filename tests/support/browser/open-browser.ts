import { type Browser, chromium } from 'playwright-core'
import { hasChineseFont, noChineseFont } from './chinese-font.ts'
import { findChromium } from './find-chromium.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever asks for another host gets no answer; the phone notes that it asked.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** A headless browser without a way out of this computer. Warns once when it has no letters for Chinese. */
export async function openBrowser(): Promise<Browser> {
  const { path } = await findChromium()
  // Without a locale that knows UTF-8 the browser could not name a saved file in Chinese.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const browser = await chromium.launch({ executablePath: path, headless: true, args: flags, env })
  if (!(await hasChineseFont(browser))) console.warn(noChineseFont)
  return browser
}
