import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface FoundChromium {
  path: string
  source: 'HUIYIN_CHROMIUM' | 'system' | 'npm'
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium to test with: the one named by HUIYIN_CHROMIUM, else the system's, else the one inside an npm package
 * (Linux on x64 only). Throws a sentence that says what to do.
 */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<FoundChromium> {
  const named = environment.HUIYIN_CHROMIUM
  if (named && !runs(named)) throw new Error(`HUIYIN_CHROMIUM names ${named}, which cannot be run`)
  if (named) return { path: named, source: 'HUIYIN_CHROMIUM' }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  const system = [...folders.flatMap(folder => names.map(name => join(folder, name))), ...places].find(runs)
  if (system) return { path: system, source: 'system' }
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return { path: await chromium.executablePath(), source: 'npm' }
  } catch (error) {
    throw new Error(`no Chromium found: install one, or set HUIYIN_CHROMIUM to its path (${(error as Error).message})`)
  }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
