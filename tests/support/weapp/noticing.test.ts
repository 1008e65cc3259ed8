import { describe, expect, test } from 'vitest'
import { type FixturePage, makeFixture, speakingPage } from './fixture.ts'
import { openMiniprogram } from './open-miniprogram.ts'

const open = (page: FixturePage, app: object = {}, files: Record<string, string | undefined> = {}) =>
  openMiniprogram({ dist: makeFixture({ 'pages/home/index': page }, app, files), apiBase: 'http://127.0.0.1:9' })

const tapping = (code: string) => speakingPage(`go() { ${code} }`, '<button bindtap="go">走</button>')

/** Opens a page, taps its button, and gives what the phone noticed. */
const faultsAfterTap = async (code: string) => {
  const phone = await open(tapping(code))
  await phone.tap('走')
  const faults = phone.faults().join('\n')
  phone.close('faults')
  return faults
}

describe('a global that WeChat does not have is noticed', () => {
  const absent = [
    'new AbortController()',
    'new TextEncoder()',
    'new FormData()',
    'new Blob([])',
    'new URL("https://huiyin.example")',
    'new URLSearchParams("a=1")',
    'fetch("https://huiyin.example")',
    'structuredClone({})',
    'queueMicrotask(() => {})',
    'crypto.randomUUID()',
    'performance.now()',
    'btoa("a")',
    'process.env.NODE_ENV',
    'Buffer.from("a")',
    'setImmediate(() => {})',
    'new Intl.DateTimeFormat()',
    'document.title',
    'window.location.href',
    'localStorage.getItem("a")',
    'new Headers()',
  ]
  test.each(absent)('%s', async code => {
    expect(await faultsAfterTap(code)).toMatch(
      /tap on pages\/home\/index: .*(is not defined|undefined|is not a function|not a constructor)/,
    )
  })

  test('but wx, timers and the language itself are there', async () => {
    expect(
      await faultsAfterTap(
        'wx.nextTick(() => {}); clearTimeout(setTimeout(() => {}, 1)); new Map([[1, 2]]); Promise.resolve([1].at(-1))',
      ),
    ).toBe('')
  })
})

test('code made from text is refused', async () => {
  expect(await faultsAfterTap('eval("1")')).toContain('Code generation from strings disallowed')
  expect(await faultsAfterTap('new Function("return 1")()')).toContain('Code generation from strings disallowed')
})

test.each([
  ['undefined', 'name: undefined'],
  ['() => 1', 'name: function'],
  ['{ inner: [1, undefined] }', 'name.inner[1]: undefined'],
  ['new Date(0)', 'name: Date'],
  ['new Map()', 'name: Map'],
  ['NaN', 'name: NaN'],
])('setData of %s loses something on the way to the screen and is noticed', async (value, loss) => {
  expect(await faultsAfterTap(`this.setData({ name: ${value} })`)).toContain(
    `setData of pages/home/index loses ${loss}`,
  )
})

test('setData of more than a megabyte is refused', async () => {
  expect(await faultsAfterTap(`this.setData({ said: 'x'.repeat(1024 * 1024) })`)).toContain(
    'WeChat takes at most 1048576',
  )
})

test('a tag left open stops the start, with file and line', async () => {
  const start = open({ wxml: '<view>\n  <text>\n</view>' })
  await expect(start).rejects.toThrow(/pages\/home\/index\.wxml:3:\d+: expect end-tag `text`/)
})

test.each(['js', 'wxml', 'json'])('a page without its .%s file stops the start', async extension => {
  const file = `pages/home/index.${extension}`
  await expect(open({}, {}, { [file]: undefined })).rejects.toThrow(`${file} is missing (named by app.json pages)`)
})

test('a template that nobody wrote is noticed', async () => {
  const phone = await open({ wxml: '<import src="/parts.wxml"/><template is="card"/><view>好</view>' })
  expect(phone.faults().join('\n')).toMatch(/parts\.wxml` not found|Template `card` not found/)
  phone.close('faults')
})

test('an event whose function is not there is noticed', async () => {
  const phone = await open({ wxml: '<button bindtap="gone">走</button>' })
  await phone.tap('走')
  expect(phone.faults().join('\n')).toContain('does not have a method "gone"')
  phone.close('faults')
})

test('a page whose script throws is noticed, and so is a timer that throws', async () => {
  await expect(open({ js: 'throw new Error("broken script")' })).rejects.toThrow('has not been registered yet')
  expect(await faultsAfterTap('setTimeout(() => { throw new Error("late") }, 1)')).toContain('timer: late')
})

test('a script that is not there is noticed', async () => {
  expect(await faultsAfterTap('require("./gone.js")')).toContain("module 'pages/home/gone.js' is not defined")
})

test('a subpackage may use the main package but not another subpackage', async () => {
  const pages = { 'pages/home/index': { js: 'Page({})', wxml: '<view>首页</view>' } }
  const app = {
    pages: ['pages/home/index'],
    subPackages: [
      { root: 'reports', pages: ['new'] },
      { root: 'questions', pages: ['ask'] },
    ],
  }
  const files = (asked: string) => ({
    'main-part.js': 'module.exports = "main"',
    'questions/part.js': 'module.exports = "questions"',
    'reports/new.js': `const part = require("${asked}"); Page({ data: { part } })`,
    'reports/new.wxml': '<view>{{part}}</view>',
    'reports/new.json': '{}',
    'questions/ask.js': 'Page({})',
    'questions/ask.wxml': '<view/>',
    'questions/ask.json': '{}',
  })
  const fine = await openMiniprogram({ dist: makeFixture(pages, app, files('../main-part')), apiBase: '' })
  await fine.visit('reports/new')
  expect(fine.screen()).toBe('main')
  fine.close()
  const wrong = await openMiniprogram({ dist: makeFixture(pages, app, files('../questions/part')), apiBase: '' })
  await expect(wrong.visit('reports/new')).rejects.toThrow('has not been registered')
  expect(wrong.faults().join('\n')).toContain('questions/part.js lies in another subpackage than reports/new.js')
  wrong.close('faults')
})

test('close() throws when something was noticed and nobody looked', async () => {
  const phone = await open(tapping('fetch("/")'))
  await phone.tap('走')
  expect(() => phone.close()).toThrow('the phone noticed')
})

test('a finger on something that does not listen, is disabled or is not there does not count as a tap', async () => {
  const phone = await open({ wxml: '<view>字</view><button bindtap="go" disabled="{{true}}">停</button>' })
  await expect(phone.tap('字')).rejects.toThrow('nothing listens')
  await expect(phone.tap('停')).rejects.toThrow('disabled')
  expect(() => phone.find('没有')).toThrow('nothing on the screen fits')
  phone.close()
})
