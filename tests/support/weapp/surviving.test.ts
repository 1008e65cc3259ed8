import { afterEach, expect, test } from 'vitest'
import { makeFixture, speakingPage } from './fixture.ts'
import type { Miniprogram } from './miniprogram.ts'
import { openMiniprogram } from './open-miniprogram.ts'

let phone: Miniprogram
afterEach(() => phone.close())

const open = async (functions: string, wxml: string, options: object = {}) => {
  const page = speakingPage(functions, wxml)
  phone = await openMiniprogram({ dist: makeFixture({ 'pages/home/index': page }), apiBase: '', ...options })
}
const said = () => phone.find({ class: 'said' }).children[0]?.text ?? ''

test('storage and the user’s files survive a kill; memory and temporary files do not', async () => {
  const functions = `onLoad() { const files = wx.getFileSystemManager(); const kept = wx.getStorageSync('kept')
      if (!kept) return this.say('nothing kept')
      const there = path => { try { files.accessSync(path); return 'there' } catch (e) { return e.message } }
      this.say(kept.text + ' ' + there(kept.saved) + ' ' + there(kept.temp)) },
    keep() { this.memory = 1; wx.chooseMedia({ success: ({ tempFiles: [{ tempFilePath }] }) => {
      const saved = wx.env.USER_DATA_PATH + '/a.jpg'
      wx.getFileSystemManager().copyFileSync(tempFilePath, saved)
      wx.setStorageSync('kept', { text: '漏水', saved, temp: tempFilePath }) } }) }`
  await open(functions, '<button bindtap="keep">留</button>', { photos: [new Uint8Array([1, 2, 3])] })
  expect(said()).toBe('nothing kept')
  await phone.tap('留')
  phone.kill()
  await phone.relaunch()
  expect(said()).toMatch(/^漏水 there accessSync:fail no such file or directory/)
})

test('what was under way when the mini-program was killed never comes back', async () => {
  const functions = `later() { setTimeout(() => wx.setStorageSync('late', 1), 30); setInterval(() => wx.setStorageSync('again', 1), 10) }`
  await open(functions, '<button bindtap="later">走</button>')
  const tapping = phone.tap('走').catch(() => undefined)
  await phone.waitFor(() => phone.storage().again === 1)
  phone.kill()
  await tapping
  const before = { ...phone.storage() }
  await phone.relaunch()
  await new Promise(next => setTimeout(next, 60))
  expect(phone.storage()).toEqual(before)
})

test('a key holds at most a megabyte and all together ten', async () => {
  const functions = `one() { try { wx.setStorageSync('big', 'x'.repeat(1024 * 1024)) } catch (e) { this.say(String(e instanceof Error) + e.message) } },
    many() { for (let i = 0; i < 11; i++) wx.setStorage({ key: 'k' + i, data: 'x'.repeat(1000000), fail: r => this.say(r.errMsg) }) }`
  await open(functions, '<button bindtap="one">一</button><button bindtap="many">多</button>')
  await phone.tap('一')
  expect(said()).toMatch(/^truesetStorageSync:fail .*1 MB/)
  await phone.tap('多')
  expect(said()).toMatch(/exceed storage max size 10Mb/)
  expect(Object.keys(phone.storage())).toHaveLength(10)
})

test('storage keeps values as JSON and gives an empty text for what it does not have', async () => {
  const functions = `go() { wx.setStorageSync('a', { list: [1, '二'] }); const got = wx.getStorageSync('a'); this.say([Array.isArray(got.list), got.list[1], wx.getStorageSync('none') === '', wx.getStorageInfoSync().keys.join()].join()) }`
  await open(functions, '<button bindtap="go">走</button>')
  await phone.tap('走')
  expect(said()).toBe('true,二,true,a')
})

test('files can be written only under the user’s folder', async () => {
  const functions = `go() { const f = wx.getFileSystemManager(); const root = wx.env.USER_DATA_PATH
    f.mkdirSync(root + '/d'); f.writeFileSync(root + '/d/a.txt', '好', 'utf8')
    const out = [f.readFileSync(root + '/d/a.txt', 'utf8'), f.readdirSync(root + '/d').join()]
    f.unlinkSync(root + '/d/a.txt'); out.push(f.readdirSync(root + '/d').length)
    try { f.writeFileSync('wxfile://tmp/a', 'x') } catch (e) { out.push(e.message) }
    try { f.writeFileSync(root + '/../../escaped', 'x') } catch (e) { out.push('kept in') }
    this.say(out.join('|')) }`
  await open(functions, '<button bindtap="go">走</button>')
  await phone.tap('走')
  expect(said()).toBe('好|a.txt|0|writeFileSync:fail permission denied, open "wxfile://tmp/a"|kept in')
})

test('random bytes arrive as bytes', async () => {
  const functions = `go() { wx.getRandomValues({ length: 16, success: r => this.say(new Uint8Array(r.randomValues).length + ' ' + (r.randomValues instanceof ArrayBuffer)) }) }`
  await open(functions, '<button bindtap="go">走</button>')
  await phone.tap('走')
  expect(said()).toBe('16 true')
})

test('the phone’s clock may be the town’s', async () => {
  let now = Date.UTC(2026, 2, 3, 1, 30)
  const functions = `go() { this.say([new Date().toISOString(), Date.now(), new Date(0).getTime(), new Date() instanceof Date, typeof Date()].join(' ')) }`
  await open(functions, '<button bindtap="go">走</button>', { now: () => now })
  now += 60_000
  await phone.tap('走')
  expect(said()).toBe(`2026-03-03T01:31:00.000Z ${now} 0 true string`)
})
