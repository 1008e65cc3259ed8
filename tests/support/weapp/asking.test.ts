import { afterEach, expect, test } from 'vitest'
import { makeFixture, speakingPage } from './fixture.ts'
import type { Miniprogram } from './miniprogram.ts'
import { openMiniprogram } from './open-miniprogram.ts'

let phone: Miniprogram
afterEach(() => phone.close())

const open = async (functions: string, options: object = {}, wxml = '', app: object = {}) => {
  const page = speakingPage(`${functions}, back(r) { this.say(r.errMsg) }`, `<button bindtap="go">走</button>${wxml}`)
  phone = await openMiniprogram({ dist: makeFixture({ 'pages/home/index': page }, app), apiBase: '', ...options })
}
const said = () => phone.find({ class: 'said' }).children[0]?.text
const choose = `go() { wx.chooseMedia({ success: r => this.say(r.tempFiles.length + ' photos'), fail: r => this.say(r) }) }`
const photos = [new Uint8Array(3), new Uint8Array(4)]

test('before she consents the platform asks once, and then no more', async () => {
  await open(choose, { photos, privacy: { agreed: false } })
  await phone.tap('走')
  expect(phone.dialog()).toMatchObject({ kind: 'privacy', options: { referrer: 'chooseMedia' } })
  await phone.answer('同意')
  expect(said()).toBe('2 photos')
  await phone.tap('走')
  expect(phone.dialog()).toBeUndefined()
})

test('if she refuses, the function fails with 104', async () => {
  await open(choose, { photos, privacy: { agreed: false } })
  await phone.tap('走')
  await phone.answer('拒绝')
  expect(said()).toContain('"errno":104')
})

test('a function that the privacy guide does not list fails with 112', async () => {
  await open(choose, { photos, privacy: { declared: ['chooseLocation'] } })
  await phone.tap('走')
  expect(said()).toContain('"errno":112')
})

const ownDialog = `onLoad() { wx.onNeedPrivacyAuthorization((resolve, event) => { this.resolve = resolve; this.setData({ asking: event.referrer }) }) },
  agree() { this.setData({ asking: '' }); this.resolve({ event: 'agree', buttonId: 'yes' }) },
  refuse() { this.resolve({ event: 'disagree' }) }, ${choose}`
const ownButtons = `<view wx:if="{{asking}}">要用{{asking}}<button id="yes" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agree">同意使用</button>
  <button bindtap="refuse">不同意</button><button bindtap="agree">骗</button></view>`

test('the mini-program may ask by itself, with WeChat’s own button', async () => {
  await open(ownDialog, { photos, privacy: { agreed: false } }, ownButtons)
  await phone.tap('走')
  expect(phone.screen()).toContain('要用chooseMedia')
  await phone.tap('同意使用')
  expect(said()).toBe('2 photos')
})

test('consent for another button than the one that she tapped does not count', async () => {
  await open(
    ownDialog.replace("buttonId: 'yes'", "buttonId: 'other'"),
    { photos, privacy: { agreed: false } },
    ownButtons,
  )
  await phone.tap('走')
  await phone.tap('同意使用')
  expect(phone.faults()).toEqual([expect.stringContaining("buttonId: 'other'")])
  phone.device.faults.length = 0
})

test('consent without WeChat’s own button is noticed', async () => {
  await open(ownDialog, { photos, privacy: { agreed: false } }, ownButtons)
  await phone.tap('走')
  await phone.tap('骗')
  expect(said()).toContain('"errno":104')
  expect(phone.faults()).toEqual([expect.stringContaining('before the person tapped')])
  phone.device.faults.length = 0
})

test('she may say no in the mini-program’s own dialog', async () => {
  await open(ownDialog, { photos, privacy: { agreed: false } }, ownButtons)
  await phone.tap('走')
  await phone.tap('不同意')
  expect(said()).toContain('"errno":104')
})

test('a place can be chosen only if app.json says so', async () => {
  const code = `go() { wx.chooseLocation({ success: r => this.say(r.name), fail: r => this.say(r.errMsg) }) }`
  await open(code)
  await phone.tap('走')
  expect(said()).toContain('requiredPrivateInfos')
  phone.close()
  await open(code, {}, '', { requiredPrivateInfos: ['chooseLocation'] })
  phone.will('chooseLocation', { name: '三号楼', address: '井边路', latitude: 31, longitude: 121 })
  await phone.tap('走')
  expect(said()).toBe('三号楼')
  await phone.tap('走')
  expect(said()).toBe('chooseLocation:fail cancel')
})

test('a dialog covers the page until it is answered', async () => {
  await open(
    `go() { wx.showModal({ title: '撤回吗', confirmText: '撤回', success: r => this.say(r.confirm ? '撤了' : '留着') }) }`,
  )
  await phone.tap('走')
  expect(phone.dialog()).toEqual({
    kind: 'modal',
    options: { title: '撤回吗', confirmText: '撤回' },
    choices: ['撤回', '取消'],
  })
  await expect(phone.tap('走')).rejects.toThrow('a modal is open')
  await expect(phone.answer('好')).rejects.toThrow('the dialog offers 撤回、取消')
  await phone.answer('撤回')
  expect(said()).toBe('撤了')
})

test('a modal’s button holds four characters', async () => {
  await open(`go() { wx.showModal({ title: '问', confirmText: '我已经看过了', fail: r => this.say(r.errMsg) }) }`)
  await phone.tap('走')
  expect(said()).toContain('4 Chinese characters')
})

test('a sheet gives the line that was tapped', async () => {
  await open(
    `go() { wx.showActionSheet({ itemList: ['拍照', '相册'], success: r => this.say('第' + r.tapIndex), fail: r => this.say(r.errMsg) }) }`,
  )
  await phone.tap('走')
  await phone.answer('相册')
  expect(said()).toBe('第1')
  await phone.tap('走')
  await phone.answer('取消')
  expect(said()).toBe('showActionSheet:fail cancel')
})

test('toasts, calls and badges are written down', async () => {
  const tabBar = {
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/home/index', text: '消息' },
    ],
  }
  await open(
    `go() { wx.showToast({ title: '已收到' }); wx.makePhoneCall({ phoneNumber: '12345' }); wx.setTabBarBadge({ index: 1, text: '3' }) }`,
    {},
    '',
    { tabBar },
  )
  await phone.tap('走')
  expect(phone.calls('showToast')).toEqual([{ title: '已收到' }])
  expect(phone.calls('makePhoneCall')).toEqual([{ phoneNumber: '12345' }])
  expect(phone.tabBadges()).toEqual({ 消息: '3' })
})

test('a badge cannot be set from a page that is not a tab', async () => {
  await open(`go() { wx.setTabBarBadge({ index: 0, text: '1', fail: r => this.say(r.errMsg) }) }`)
  await phone.tap('走')
  expect(said()).toBe('setTabBarBadge:fail not TabBar page')
})

test('a code is scanned, a login code comes from the test, and a prepared failure is given once', async () => {
  await open(
    `go() { wx.scanCode({ success: r => this.say(r.result), fail: r => this.say(r.errMsg) }); wx.login({ success: r => wx.setStorageSync('code', r.code), fail: r => wx.setStorageSync('code', r.errMsg) }) }`,
    {
      login: () => 'from-the-test',
    },
  )
  phone.will('scanCode', 'https://huiyin.example/d/A1')
  phone.will('login', { fail: 'time out', errno: 5 })
  await phone.tap('走')
  expect([said(), phone.storage().code]).toEqual(['https://huiyin.example/d/A1', 'login:fail time out'])
  await phone.tap('走')
  expect([said(), phone.storage().code]).toEqual(['scanCode:fail cancel', 'from-the-test'])
})

test('the phone tells its size of letters, its look and its missing plug-ins', async () => {
  await open(
    `go() { const b = wx.getAppBaseInfo(); this.say([b.fontSizeScaleFactor, b.theme, wx.canIUse('getRandomValues'), wx.canIUse('notThere'), typeof requirePlugin].join()) }`,
    {
      shape: { fontSizeScaleFactor: 1.4, theme: 'dark' },
    },
  )
  await phone.tap('走')
  expect(said()).toBe('1.4,dark,true,false,undefined')
})
