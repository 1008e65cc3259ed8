import type { Browser } from 'playwright-core'

export const noChineseFont =
  'No Chinese font: every character is drawn as an empty box. Install fonts-noto-cjk or fonts-wqy-zenhei (Debian), then run again.'

const known = new WeakMap<Browser, Promise<boolean>>()

/** True if this browser can draw Chinese. Without a font, different characters become the same box. */
export function hasChineseFont(browser: Browser): Promise<boolean> {
  const answer = known.get(browser) ?? look(browser)
  known.set(browser, answer)
  return answer
}

async function look(browser: Browser): Promise<boolean> {
  const page = await browser.newPage()
  try {
    return await page.evaluate<boolean>(drawTwo)
  } finally {
    await page.close()
  }
}

// Text, because this computer's own code has no document.
const drawTwo = `(() => {
  const draw = letter => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 })
    const pen = canvas.getContext('2d')
    pen.font = '30px sans-serif'
    pen.fillText(letter, 2, 32)
    return canvas.toDataURL()
  }
  return draw('回') !== draw('音')
})()`
