import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

export interface PhoneOptions {
  width?: number
  height?: number
  /** 长辈版, as if she had switched it on before. */
  elder?: boolean
  dark?: boolean
  /** 1 is the ordinary size of the system's letters; 1.4 is WeChat's 关怀模式. */
  fontScale?: number
  /** Who holds the phone, where the demonstration lets a browser be somebody. */
  openid?: string
  /** Where she stands, degrees WGS 84; without it the browser refuses to tell. */
  place?: { latitude: number; longitude: number }
}

/** A browser window like a phone, with its own storage, that writes down everything that went wrong. */
export interface Phone {
  page: Page
  context: BrowserContext
  /** Console errors, uncaught errors and requests that left this computer, in order. `except`: what a test expects. */
  noticed(except?: RegExp): string[]
  /** Closes it. Throws when something was noticed that `except` does not cover. */
  close(except?: RegExp): Promise<void>
}

const home = /^(127\.0\.0\.1|localhost|\[::1\])$/

export async function openPhone(browser: Browser, options: PhoneOptions = {}): Promise<Phone> {
  const context = await browser.newContext(contextOptions(options))
  const notes: string[] = []
  await context.addInitScript(prepareStorage, { openid: options.openid ?? '', elder: options.elder })
  context.on('request', request => noteOutside(notes, request.url()))
  context.on('console', message => {
    if (message.type() === 'error') notes.push(`console: ${message.text()} ${message.location().url}`.trim())
  })
  context.on('weberror', error => notes.push(`error: ${error.error().stack ?? error.error().message}`))
  const page = await context.newPage()
  page.on('websocket', socket => noteOutside(notes, socket.url()))
  if (options.fontScale) await scaleLetters(page, options.fontScale)
  const noticed = (except?: RegExp) => notes.filter(note => !except?.test(note))
  return {
    page,
    context,
    noticed,
    close: async except => {
      await context.close()
      const left = noticed(except)
      if (left.length > 0) throw new Error(`the phone noticed:\n${left.join('\n')}`)
    },
  }
}

/** The same phone by day, with nothing kept but whose it is, and with these letters; a page is to be opened next. */
export async function startAnew(
  { page }: Phone,
  { elder, fontScale = 1 }: Pick<PhoneOptions, 'elder' | 'fontScale'>,
): Promise<void> {
  await page.evaluate(forget, elder)
  await page.goto('about:blank')
  await page.emulateMedia({ colorScheme: 'light' })
  await scaleLetters(page, fontScale)
}

function contextOptions(options: PhoneOptions): BrowserContextOptions {
  return {
    viewport: { width: options.width ?? 390, height: options.height ?? 844 },
    // Pictures are kept at this size anyway, and drawing twice as fine costs a fifth of the time.
    deviceScaleFactor: 1,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(options.place && { geolocation: options.place, permissions: ['geolocation'] }),
  }
}

declare const location: { origin: string }

/** Runs in the browser before the page's own scripts; what she changes later stays. */
function prepareStorage({ openid, elder }: { openid: string; elder: boolean | undefined }): void {
  // An empty page, as axe opens one, has no storage.
  if (location.origin === 'null') return
  if (openid && !localStorage.getItem('huiyin-demo-openid')) localStorage.setItem('huiyin-demo-openid', openid)
  const key = `${localStorage.getItem('huiyin-demo-openid') ?? ''}:elder`
  if (elder !== undefined && !localStorage.getItem(key)) localStorage.setItem(key, elder ? 'on' : 'off')
}

/** Runs in the browser. */
function forget(elder: boolean | undefined): void {
  const openid = localStorage.getItem('huiyin-demo-openid') ?? ''
  localStorage.clear()
  if (openid) localStorage.setItem('huiyin-demo-openid', openid)
  if (elder !== undefined) localStorage.setItem(`${openid}:elder`, elder ? 'on' : 'off')
}

function noteOutside(notes: string[], url: string): void {
  const { protocol, hostname } = new URL(url)
  if (/^(https?|wss?):$/.test(protocol) && !home.test(hostname)) notes.push(`left this computer: ${url}`)
}

async function scaleLetters(page: Page, scale: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', {
    fontSizes: { standard: Math.round(16 * scale), fixed: Math.round(13 * scale) },
  })
}
