import { testOrigin } from '@huiyin/dev/build.ts'
import { describe, expect, test } from 'vitest'
import { makeFixture, makeServer, speakingPage } from './fixture.ts'
import { openMiniprogram } from './open-miniprogram.ts'

const subscribe = `this.ask = () => wx.requestSubscribeMessage({ tmplIds: ['T1', 'T2'], success: r => this.say(r.T1 + ' ' + r.T2), fail: r => this.say(r.errMsg) });`
const tapError = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.'

const server = await makeServer(() => ({ body: '{}' }))

const open = (code: string, options: object = {}) => {
  const page = speakingPage(`go() { ${subscribe} ${code} }, onShow() { }`, '<button bindtap="go">提交</button>')
  return openMiniprogram({ dist: makeFixture({ 'pages/home/index': page }), apiBase: server.base, ...options })
}

const saidAfterTap = async (code: string, options: object = {}, answer?: string) => {
  const phone = await open(code, options)
  await phone.tap('提交')
  if (answer) await phone.answer(answer)
  const said = phone.find({ class: 'said' }).children[0]?.text
  phone.close()
  return said
}

const request = `wx.request({ url: '${testOrigin}/x', `

describe('asking for messages needs the tap', () => {
  test.each([
    ['as the first statement', 'this.ask()'],
    ['twice in one tap', 'this.ask(); this.ask()'],
    ['after promises', 'Promise.resolve().then(() => null).then(() => this.ask())'],
    ['after an await', '(async () => { await null; await null; this.ask() })()'],
    ['in the callback of a request', `${request} success: () => this.ask() })`],
    [
      'in the callback of a request in the callback of a request',
      `${request} success: () => ${request} success: () => this.ask() }) })`,
    ],
    ['in the callback of getSetting', 'wx.getSetting({ complete: () => this.ask() })'],
  ])('it works %s', async (_, code) => {
    expect(await saidAfterTap(code)).toBe('accept accept')
  })

  test.each([
    ['in a timer', 'setTimeout(() => this.ask(), 0)'],
    ['in a timer that a promise started', 'Promise.resolve().then(() => setTimeout(() => this.ask()))'],
    ['after login', 'wx.login({ success: () => this.ask() })'],
    ['after choosing photos', 'wx.chooseMedia({ complete: () => this.ask() })'],
    ['after storing', 'wx.setStorage({ key: "a", data: 1, success: () => this.ask() })'],
    ['in a request that a timer started', `setTimeout(() => ${request} success: () => this.ask() }), 0)`],
  ])('it fails %s', async (_, code) => {
    expect(await saidAfterTap(code)).toBe(tapError)
  })

  test('the answer to a dialog is a tap of its own', async () => {
    expect(
      await saidAfterTap('setTimeout(() => wx.showModal({ title: "问", success: () => this.ask() }), 0)', {}, '确定'),
    ).toBe('accept accept')
  })

  test('on an old iPhone the tap is over when the handler returns', async () => {
    const shape = { shape: { platform: 'ios', ios15: true } }
    expect(await saidAfterTap('this.ask()', shape)).toBe('accept accept')
    expect(await saidAfterTap('Promise.resolve().then(() => this.ask())', shape)).toBe(tapError)
    expect(await saidAfterTap(`${request} success: () => this.ask() })`, shape)).toBe('accept accept')
  })

  test('showing a page is no tap', async () => {
    const page = speakingPage(`onShow() { ${subscribe} this.ask() }`)
    const phone = await openMiniprogram({ dist: makeFixture({ 'pages/home/index': page }), apiBase: '' })
    expect(phone.screen()).toBe(tapError)
    phone.close()
  })
})

describe('what the person answers', () => {
  test('she refuses one template and another is banned', async () => {
    const phone = await open('this.ask()')
    phone.will('requestSubscribeMessage', { T1: 'reject', T2: 'ban' })
    await phone.tap('提交')
    expect(phone.screen()).toContain('reject ban')
    expect(phone.calls('requestSubscribeMessage')).toEqual([{ tmplIds: ['T1', 'T2'] }])
    phone.close()
  })

  test.each([
    ['an unknown template', { T1: { type: 2, title: '甲' } }, 'No template data return'],
    [
      'one-time and long-term together',
      { T1: { type: 2, title: '甲' }, T2: { type: 3, title: '乙' } },
      'Templates type must be same',
    ],
  ])('%s is refused', async (_, templates, reason) => {
    expect(await saidAfterTap('this.ask()', { templates })).toContain(reason)
  })
})
