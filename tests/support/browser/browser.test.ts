import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { hasChineseFont } from './chinese-font.ts'
import { findChromium } from './find-chromium.ts'
import { openBrowser } from './open-browser.ts'
import { openPhone } from './open-phone.ts'
import { picture } from './picture.ts'
import { type Served, serveFolder } from './serve-folder.ts'
import { choosePhotos, field, fill, press, pressTab } from './taro-elements.ts'

const folder = mkdtempSync(join(tmpdir(), 'huiyin-pages-'))
const page = (name: string, body: string) =>
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>页</title><link rel="icon" href="data:,"><body>${body}</body></html>`,
  )

let browser: Browser
let site: Served
beforeAll(async () => {
  page('sound', '<main><h1>回音</h1><p>件件有回音</p><button>报问题</button></main>')
  page('empty', '')
  page('nameless', '<main><h1>回音</h1><button></button></main>')
  page('loud', '<p>字</p><script>console.error("坏了"); setTimeout(() => { throw new Error("碎了") })</script>')
  page(
    'abroad',
    '<p>字</p><img src="http://cdn.elsewhere.example/a.png" alt=""><script>new WebSocket("ws://elsewhere.example/")</script>',
  )
  page(
    'asking',
    '<p id="said"></p><script>fetch("/api/x", { method: "POST", body: "漏水" }).then(r => r.text()).then(t => { said.textContent = t })</script>',
  )
  page('taro', taroPage)
  site = await serveFolder(folder, {
    '/api/': async request => new Response(`${request.method} ${await request.text()}`),
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

// The elements as Taro 4.2.1 writes them: a page left behind, the page shown, the tab bar.
const taroPage = `<div class="taro_page taro_page_shade" style="display:none"><taro-button-core onclick="said.textContent='旧页'">提交</taro-button-core></div>
  <div class="taro_page"><taro-input-core placeholder="名字"><input placeholder="名字"></taro-input-core>
  <taro-textarea-core aria-label="说一句"><textarea></textarea></taro-textarea-core>
  <taro-view-core role="button" aria-label="拍照" onclick="file.click()">＋</taro-view-core><input type="file" id="file" multiple hidden onchange="said.textContent = file.files.length + ' 张'">
  <taro-button-core onclick="said.textContent='新页'">提交</taro-button-core></div><p id="said"></p>
  <taro-tabbar class="taro-tabbar__tabbar"><a href="javascript:;" onclick="said.textContent='我的页'">我的</a></taro-tabbar>`

const open = async (name: string, options = {}) => {
  const phone = await openPhone(browser, options)
  await phone.page.goto(`${site.base}/${name}.html`)
  return phone
}

describe('finding a Chromium', () => {
  test('the one that was named comes first, and a wrong name is said', async () => {
    const { path } = await findChromium()
    expect(await findChromium({ HUIYIN_CHROMIUM: path, PATH: '' })).toEqual({ path, source: 'HUIYIN_CHROMIUM' })
    await expect(findChromium({ HUIYIN_CHROMIUM: '/not/here' })).rejects.toThrow('/not/here, which cannot be run')
  })

  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'without any, the one inside an npm package runs',
    async () => {
      const { path, source } = await findChromium({ PATH: '' })
      expect(source).toBe('npm')
      const other = await chromium.launch({
        executablePath: path,
        headless: true,
        args: ['--no-sandbox', '--disable-gpu'],
      })
      expect(other.version()).toMatch(/^\d+\./)
      await other.close()
    },
  )
})

describe('a phone notices', () => {
  test('nothing on a sound page', async () => {
    const phone = await open('sound')
    expect(phone.noticed()).toEqual([])
    await phone.close()
  })

  test('errors in the console and errors that nobody caught', async () => {
    const phone = await open('loud')
    await expect.poll(() => phone.noticed().join()).toMatch(/console: 坏了.*error: Error: 碎了/s)
    await expect(phone.close()).rejects.toThrow('the phone noticed')
  })

  test('requests that leave this computer, and they do not get out', async () => {
    const phone = await open('abroad')
    await expect.poll(() => phone.noticed()).toContain('left this computer: http://cdn.elsewhere.example/a.png')
    await expect.poll(() => phone.noticed()).toContain('left this computer: ws://elsewhere.example/')
    expect(phone.noticed().join()).toContain('ERR_NAME_NOT_RESOLVED')
    await phone.close(/elsewhere\.example/)
  })
})

test('a phone has its size, its look, its letters and its person', async () => {
  const phone = await open('sound', { dark: true, fontScale: 1.5, elder: true, openid: 'wang' })
  const seen =
    await phone.page.evaluate<object>(`({ width: innerWidth, height: innerHeight, dark: matchMedia('(prefers-color-scheme: dark)').matches,
    letters: getComputedStyle(document.documentElement).fontSize, elder: localStorage['wang:elder'] })`)
  expect(seen).toEqual({ width: 390, height: 844, dark: true, letters: '24px', elder: 'on' })
  await phone.page.evaluate(`localStorage['wang:elder'] = 'off'`)
  await phone.page.reload()
  expect(await phone.page.evaluate(`localStorage['wang:elder']`)).toBe('off')
  await phone.close()
})

test('axe finds a button without a name and nothing on a sound page', async () => {
  const sound = await open('sound')
  expect(await axe(sound.page)).toEqual([])
  await sound.close()
  const nameless = await open('nameless')
  expect(await axe(nameless.page)).toMatchObject([{ rule: 'button-name', impact: 'critical' }])
  await nameless.close()
})

test('a picture is a PNG, and an empty page gives none', async () => {
  const phone = await open('sound')
  const path = await picture(phone.page, 'test-sound')
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path).readUInt32BE(16)).toBe(390)
  await phone.page.goto(`${site.base}/empty.html`)
  await expect(picture(phone.page, 'test-empty')).rejects.toThrow('shows no text')
  rmSync(path)
  await phone.close()
})

test('Taro’s elements are pressed and filled on the page that is shown', async () => {
  const phone = await open('taro')
  const said = phone.page.locator('#said')
  await press(phone.page, '提交')
  await expect.poll(() => said.textContent()).toBe('新页')
  await fill(phone.page, '名字', '王小小')
  await fill(phone.page, '说一句', '三楼漏水')
  expect([await field(phone.page, '名字').inputValue(), await field(phone.page, '说一句').inputValue()]).toEqual([
    '王小小',
    '三楼漏水',
  ])
  const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([1]) }
  await choosePhotos(phone.page, '拍照', [photo, photo])
  await expect.poll(() => said.textContent()).toBe('2 张')
  await pressTab(phone.page, '我的')
  await expect.poll(() => said.textContent()).toBe('我的页')
  await phone.close()
})

test('the server hands the API on, and nothing outside its folder', async () => {
  const phone = await open('asking')
  await expect.poll(() => phone.page.locator('#said').textContent()).toBe('POST 漏水')
  await phone.close()
  const status = async (path: string) => (await fetch(`${site.base}${path}`)).status
  expect([await status('/sound.html'), await status('/none.html'), await status('/..%2f..%2fetc%2fpasswd')]).toEqual([
    200, 404, 404,
  ])
})

test('a browser without Chinese letters is told from one that has them', async () => {
  const bare = join(folder, 'no-fonts')
  mkdirSync(bare)
  writeFileSync(
    join(bare, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${bare}</dir><cachedir>${bare}/cache</cachedir></fontconfig>`,
  )
  const { path } = await findChromium()
  const without = await chromium.launch({
    executablePath: path,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, FONTCONFIG_FILE: join(bare, 'fonts.conf') },
  })
  expect(await hasChineseFont(without)).toBe(false)
  await without.close()
})
