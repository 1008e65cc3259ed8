import { afterEach, expect, test } from 'vitest'
import { type FixturePage, makeFixture, speakingPage } from './fixture.ts'
import type { Miniprogram } from './miniprogram.ts'
import { openMiniprogram } from './open-miniprogram.ts'

let phone: Miniprogram
afterEach(() => phone.close())

const open = async (page: FixturePage, files: Record<string, string> = {}) => {
  phone = await openMiniprogram({ dist: makeFixture({ 'pages/home/index': page }, {}, files), apiBase: '' })
}
const said = () => phone.find({ class: 'said' }).children[0]?.text

test('the screen is what the template makes of the data', async () => {
  await open({
    js: `Page({ data: { list: ['漏水', '路灯'], shown: false } })`,
    wxml: `<view wx:for="{{list}}" wx:key="*this">{{index + 1}} <text>{{item}}</text></view><view wx:if="{{shown}}">不见</view><view hidden="{{!shown}}">也不见</view>`,
  })
  expect(phone.screen()).toBe('1 漏水\n2 路灯')
})

test('a node is found by text, by label, by class and inside another', async () => {
  await open({
    wxml: `<view class="card"><text>受理</text></view><view class="card second"><button aria-label="关闭">×</button><text>受理</text></view><input placeholder="写一句"/>`,
  })
  expect(phone.findAll('受理')).toHaveLength(2)
  expect(() => phone.find('受理')).toThrow('2 nodes fit')
  expect(phone.find({ text: '受理', nth: 1 }).parent?.classes).toEqual(['card', 'second'])
  expect(phone.find({ text: '受理', within: phone.find({ class: 'second' }) }).tag).toBe('text')
  expect(phone.find('关闭').tag).toBe('button')
  expect(phone.find('写一句').tag).toBe('input')
})

test('a whole text wins over a part of one', async () => {
  await open({ wxml: `<view>等待受理</view><view>受理</view>` })
  expect(phone.findAll('受理')).toHaveLength(1)
})

test('an event rises to the parents until one catches it', async () => {
  const functions = `all: [], hear(e) { this.all.push(e.currentTarget.dataset.who + '<' + e.target.dataset.who); this.say(this.all.join(' ')) }`
  const wxml = `<view bindtap="hear" data-who="out"><view catchtap="hear" data-who="mid"><text bindtap="hear" data-who="in">点</text></view></view>`
  await open(speakingPage(functions, wxml))
  await phone.tap('点')
  expect(said()).toBe('in<in mid<in')
})

test('a field shows what she typed, cut at its length, until the page says otherwise', async () => {
  const functions = `typed(e) { this.say(e.detail.value.length + '') }, clear() { this.setData({ text: ' ' }) }`
  await open(
    speakingPage(
      functions,
      `<textarea placeholder="写" value="{{text}}" bindinput="typed"/><button bindtap="clear">清</button>`,
    ),
  )
  await phone.input('写', '水'.repeat(200))
  expect(said()).toBe('140')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe('水'.repeat(140))
  await phone.tap('清')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe(' ')
})

test('typing finds the field by its label, though other words on the page are the same', async () => {
  await open(
    speakingPage(
      `typed(e) { this.say(e.detail.value) }`,
      `<view>说一句</view><input aria-label="说一句" placeholder="比如" bindinput="typed"/>`,
    ),
  )
  await phone.input('说一句', '漏水')
  await phone.input('比如', '又漏')
  expect(said()).toBe('又漏')
})

test('a form sends its named fields', async () => {
  const wxml = `<form bindsubmit="send"><input name="who" placeholder="谁"/><switch name="on"/><radio-group bindchange="pick"><radio value="a">甲</radio><radio value="b">乙</radio></radio-group><button form-type="submit">交</button></form>`
  await open(speakingPage(`send(e) { this.say(e.detail.value) }, pick(e) { this.say(e.detail.value) }`, wxml))
  await phone.tap({ tag: 'radio', nth: 1 })
  expect(said()).toBe('b')
  await phone.input('谁', '王小小')
  await phone.tap({ tag: 'switch' })
  await phone.tap('交')
  expect(JSON.parse(said() ?? '')).toMatchObject({ who: '王小小', on: true })
})

test('a component has its own data, its slot and its life', async () => {
  const page = {
    ...speakingPage(
      `flip() { this.setData({ shown: !this.data.shown }) }`,
      `<view wx:if="{{!shown}}"><card name="{{said || '一'}}"><text>里面</text></card></view><button bindtap="flip">换</button>`,
    ),
    json: { usingComponents: { card: '/parts/card' } },
  }
  await open(page, {
    'parts/card.js': `Component({ properties: { name: String }, data: { count: 0 }, methods: { more() { this.setData({ count: this.data.count + 1 }) } },
      lifetimes: { attached() { wx.setStorageSync('life', 'attached') }, detached() { wx.setStorageSync('life', 'detached') } } })`,
    'parts/card.wxml': `<view bindtap="more">{{name}} {{count}}</view><slot/>`,
    'parts/card.json': '{"component":true}',
  })
  expect(phone.screen()).toContain('一 0\n里面')
  expect(phone.storage().life).toBe('attached')
  await phone.tap('一 0')
  expect(phone.screen()).toContain('一 1')
  await phone.tap('换')
  expect(phone.storage().life).toBe('detached')
})

test('pulling down works only where the page allows it', async () => {
  const page = speakingPage(
    `onPullDownRefresh() { this.say('新'); wx.stopPullDownRefresh() }, onReachBottom() { this.say('底') }`,
  )
  await open(page)
  await expect(phone.pullDown()).rejects.toThrow('does not allow pulling down')
  await phone.scroll()
  expect(said()).toBe('底')
  phone.close()
  await open({ ...page, json: { enablePullDownRefresh: true } })
  await phone.pullDown()
  expect(said()).toBe('新')
})

test('figures count what WeChat’s audit would count', async () => {
  await open(
    speakingPage(
      `go() { for (let i = 0; i < 25; i++) this.say('x'.repeat(1000)) }`,
      '<button bindtap="go">走</button>',
    ),
  )
  await phone.tap('走')
  expect(phone.figures()).toMatchObject({ calls: 25, mostPerAction: 25, nodes: 3, depth: 1, mostChildren: 2 })
  expect(phone.figures().largestBytes).toBeGreaterThan(1000)
})
