import { afterEach, expect, test } from 'vitest'
import { makeFixture } from './fixture.ts'
import type { Miniprogram } from './miniprogram.ts'
import { openMiniprogram } from './open-miniprogram.ts'

let phone: Miniprogram
afterEach(() => phone.close())

const tab = (pagePath: string, text: string) => ({ pagePath, text })
const go = (name: string) =>
  `${name}(e) { wx.${name}({ url: e.currentTarget.dataset.to, success: () => this.say('ok'), fail: r => this.say(r.errMsg) }) }`
const names = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch']

/** Every page can go everywhere, and writes its life into storage. */
const page = (name: string) => ({
  js: `const life = what => wx.setStorageSync('life', wx.getStorageSync('life') + '${name}.' + what + ' ')
    Page({ data: { said: '', from: '' }, say(said) { this.setData({ said }) },
    onLoad(query) { life('load'); this.setData({ from: query.from || '' }) }, onShow() { life('show') }, onReady() { life('ready') },
    onHide() { life('hide') }, onUnload() { life('unload') }, ${names.map(go).join(',')},
    back() { wx.navigateBack({ delta: 1, fail: r => this.say(r.errMsg) }) } })`,
  wxml: `<view>这是${name}{{from}}</view><view class="said">{{said}}</view><button bindtap="back">返回</button>
    ${names.map(one => ['home', 'mine', 'list', 'more'].map(to => `<view bindtap="${one}" data-to="/pages/${to}/index?from=${name}">${one} ${to}</view>`).join('')).join('')}
    <view bindtap="navigateTo" data-to="../more/index">近处</view><view bindtap="navigateTo" data-to="/pages/none/index">无处</view>`,
})

const open = async () => {
  const pages = Object.fromEntries(['home', 'mine', 'list', 'more'].map(name => [`pages/${name}/index`, page(name)]))
  const tabBar = { list: [tab('pages/home/index', '首页'), tab('pages/mine/index', '我的')] }
  phone = await openMiniprogram({ dist: makeFixture(pages, { tabBar }), apiBase: '' })
}
const life = () => String(phone.storage().life).trim()
const short = () =>
  phone
    .pages()
    .map(path => path.split('/')[1])
    .join(' ')
const said = () => phone.find({ class: 'said' }).children[0]?.text

test('a page loads, shows and is ready; the one below hides and shows again', async () => {
  await open()
  await phone.tap('navigateTo list')
  expect(phone.screen()).toContain('这是listhome')
  expect(phone.query()).toEqual({ from: 'home' })
  await phone.tap('返回')
  expect(life()).toBe('home.load home.show home.ready home.hide list.load list.show list.ready list.unload home.show')
})

test('at most ten pages lie on top of each other', async () => {
  await open()
  for (let count = 1; count < 10; count++) await phone.tap(count % 2 ? 'navigateTo list' : 'navigateTo more')
  expect(phone.pages()).toHaveLength(10)
  await phone.tap('navigateTo more')
  expect(said()).toBe('navigateTo:fail webview count limit exceed')
})

test('a tab page is reached by switchTab only, and other pages never by it', async () => {
  await open()
  await phone.tap('navigateTo mine')
  expect(said()).toBe('navigateTo:fail can not navigateTo a tabbar page')
  await phone.tap('redirectTo mine')
  expect(said()).toBe('redirectTo:fail can not redirectTo a tabbar page')
  await phone.tap('switchTab list')
  expect(said()).toBe('switchTab:fail can not switch to no-tabBar page')
  expect(short()).toBe('home')
})

test('going to a tab closes the pages above and keeps the tabs alive', async () => {
  await open()
  await phone.tap('navigateTo list')
  await phone.tapTab('我的')
  expect(short()).toBe('mine')
  await phone.tapTab('首页')
  expect(life()).toBe(
    'home.load home.show home.ready home.hide list.load list.show list.ready list.unload mine.load mine.show mine.ready mine.hide home.show',
  )
})

test('redirectTo takes the place of a page and reLaunch of all', async () => {
  await open()
  await phone.tap('navigateTo list')
  await phone.tap('redirectTo more')
  expect(short()).toBe('home more')
  await phone.tap('reLaunch list')
  expect(short()).toBe('list')
  expect(life()).toContain('more.unload home.unload list.load')
})

test('a relative path starts at the page, an unknown page and the first page have no way', async () => {
  await open()
  await phone.tap('无处')
  expect(said()).toBe('navigateTo:fail page "pages/none/index" is not found')
  await phone.tap('返回')
  expect(said()).toBe('navigateBack:fail cannot navigate back at first page.')
  await phone.tap('近处')
  expect(short()).toBe('home more')
})

test('the code on a house plate opens its own page with what it says, undecoded', async () => {
  await open()
  await phone.visit('pages/list/index?from=b%3DA1')
  expect(phone.query()).toEqual({ from: 'b%3DA1' })
  expect(short()).toBe('list')
})
