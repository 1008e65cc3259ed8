import { createFakeWechat, type FakeWechat, type FakeWechatOptions } from '@huiyin/dev/wechat/server.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import { describe, expect, test } from 'vitest'
import { askJson, noon } from './wechat-caller.ts'

const HOST = '/qyapi.weixin.qq.com/cgi-bin'

describe('the group robot', () => {
  const say = (fake: FakeWechat, content: string, msgtype = 'text', key = 'demo-robot-key') =>
    askJson(fake, `${HOST}/webhook/send`, { query: { key }, body: { msgtype, [msgtype]: { content } } })

  test('keeps what it was told', async () => {
    const fake = createFakeWechat()
    expect(await say(fake, '【超时】HM20260701-0042')).toEqual({ errcode: 0, errmsg: 'ok' })
    expect(fake.control.sent()).toMatchObject([
      { channel: 'robot', key: 'demo-robot-key', msgtype: 'text', content: { content: '【超时】HM20260701-0042' } },
    ])
  })

  test('speaks twenty times a minute', async () => {
    const fake = createFakeWechat({ now: noon })
    for (let n = 0; n < 20; n++) await say(fake, `第${n}条`)
    expect(await say(fake, '第21条')).toMatchObject({ errcode: 45009 })
    await fake.control.advance(60_000)
    expect(await say(fake, '下一分钟')).toMatchObject({ errcode: 0 })
  })

  test('refuses a foreign key and a long text, counted in bytes', async () => {
    const fake = createFakeWechat()
    expect(await say(fake, '好', 'text', 'foreign')).toMatchObject({ errcode: 93000 })
    expect(await say(fake, '长'.repeat(1366), 'markdown')).toMatchObject({ errcode: 40058 })
    expect(await say(fake, '长'.repeat(1365), 'markdown')).toMatchObject({ errcode: 0 })
    expect(await say(fake, 'a'.repeat(2049), 'text')).toMatchObject({ errcode: 40058 })
    expect(await say(fake, '好', 'song')).toMatchObject({ errcode: 40008 })
  })
})

describe('an application message', () => {
  const notice = {
    appid: demoSettings.appid,
    page: 'pages/task?id=1',
    title: '新任务通知',
    description: '楼道漏水紧急',
    content_item: [{ key: '地点', value: '幸福里3号楼' }],
  }
  const message = { touser: 'wangerdan', agentid: 1000002, msgtype: 'miniprogram_notice', miniprogram_notice: notice }
  const takeToken = async (fake: FakeWechat) => {
    const { corpid, corpsecret } = demoSettings.wecom
    const answer = await askJson(fake, `${HOST}/gettoken`, { query: { corpid, corpsecret } })
    expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok' })
    return String(answer.access_token)
  }
  const send = async (fake: FakeWechat, changed: object = {}) =>
    askJson(fake, `${HOST}/message/send`, {
      query: { access_token: await takeToken(fake) },
      body: { ...message, ...changed },
    })

  test('reaches known members and names the unknown', async () => {
    const fake = createFakeWechat()
    expect(await send(fake, { touser: 'wangerdan|nobody|liqiaoer' })).toMatchObject({
      errcode: 0,
      invaliduser: 'nobody',
      msgid: expect.any(String),
    })
    expect(fake.control.sent()).toMatchObject([
      { channel: 'wecom', userids: ['wangerdan', 'liqiaoer'], dropped: [], content: notice },
    ])
  })

  test.each<[string, object, FakeWechatOptions, number]>([
    ['nobody known', { touser: 'nobody' }, {}, 81013],
    ['another application', { agentid: 7 }, {}, 40056],
    ['an address that is not trusted', {}, { wecom: { trustedIp: false } }, 60020],
    ['a title of three characters', { miniprogram_notice: { ...notice, title: '新任务' } }, {}, 40058],
    ['1,001 members', { touser: Array.from({ length: 1001 }, (_, n) => `u${n}`).join('|') }, {}, 40031],
    ['an unknown kind', { msgtype: 'song' }, {}, 40008],
  ])('to %s is refused', async (_what, changed, options, errcode) => {
    const fake = createFakeWechat(options)
    expect(await send(fake, changed)).toMatchObject({ errcode })
    expect(fake.control.sent()).toEqual([])
  })

  test('beyond thirty a minute to one member is dropped without a word', async () => {
    const fake = createFakeWechat({ now: noon })
    for (let n = 0; n < 31; n++) expect(await send(fake)).toMatchObject({ errcode: 0, invaliduser: '' })
    expect(fake.control.sent()).toHaveLength(31)
    expect(fake.control.sent()[29]).toMatchObject({ userids: ['wangerdan'], dropped: [] })
    expect(fake.control.sent()[30]).toMatchObject({ userids: [], dropped: ['wangerdan'] })
  })

  test('repeated within its interval is not shown again', async () => {
    const fake = createFakeWechat({ now: noon })
    const once = { enable_duplicate_check: 1, duplicate_check_interval: 600 }
    await send(fake, once)
    expect(await send(fake, once)).toMatchObject({ errcode: 0 })
    expect(fake.control.sent()).toHaveLength(1)
    await fake.control.advance(600_000)
    await send(fake, once)
    expect(fake.control.sent()).toHaveLength(2)
  })

  test('needs a token of WeCom that is still good', async () => {
    const fake = createFakeWechat({ now: noon })
    const old = await takeToken(fake)
    expect(await takeToken(fake)).toBe(old)
    const sendWith = (query: Record<string, string>) => askJson(fake, `${HOST}/message/send`, { query, body: message })
    expect(await sendWith({})).toMatchObject({ errcode: 41001 })
    expect(await sendWith({ access_token: 'x' })).toMatchObject({ errcode: 40014 })
    await fake.control.advance(7_200_000)
    expect(await sendWith({ access_token: old })).toMatchObject({ errcode: 42001 })
  })

  test('login inside WeCom names the member once', async () => {
    const fake = createFakeWechat()
    const query = { access_token: await takeToken(fake), js_code: fake.control.registerStaffCode('wangerdan') }
    const login = () => askJson(fake, `${HOST}/miniprogram/jscode2session`, { query })
    expect(await login()).toMatchObject({ errcode: 0, userid: 'wangerdan', corpid: demoSettings.wecom.corpid })
    expect(await login()).toMatchObject({ errcode: 40029 })
  })
})
