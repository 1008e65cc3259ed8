import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { account } from './wechat-caller.ts'

let fake: FakeWechat
let server: { url: string; close(): Promise<void> }
beforeEach(async () => {
  fake = createFakeWechat()
  server = await fake.listen()
})
afterEach(() => server.close())

const post = (path: string, body: unknown, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { method: 'POST', body: JSON.stringify(body), ...init })
const postJson = async (path: string, body: unknown) =>
  (await (await post(path, body)).json()) as Record<string, unknown>
const getJson = async (path: string) => (await fetch(`${server.url}${path}`)).json()
const STABLE = '/api.weixin.qq.com/cgi-bin/stable_token'

test('another process registers a code over the wire and logs in with it', async () => {
  const { code } = await postJson('/__fake/login-codes', { openid: 'o-chenxiulan' })
  const { appid, secret } = account
  const query = new URLSearchParams({ appid, secret, js_code: String(code), grant_type: 'authorization_code' })
  expect(await getJson(`/api.weixin.qq.com/sns/jscode2session?${query}`)).toMatchObject({ openid: 'o-chenxiulan' })
})

test('a demo bar on another origin taps 允许 and sees the credits and what was sent', async () => {
  const { newTask, overdue } = demoTemplateIds
  const results = { [newTask]: 'accept', [overdue]: 'reject' }
  expect(await postJson('/__fake/subscribe', { openid: 'o-wangerdan', results })).toEqual({ [newTask]: 1 })
  expect(await getJson('/__fake/credits?openid=o-wangerdan')).toEqual({ [newTask]: 1 })
  const { access_token } = await postJson(STABLE, account)
  const data = {
    character_string1: { value: 'HM20260701-0042' },
    thing2: { value: '三号楼楼道漏水' },
    thing3: { value: '幸福里3号楼2单元' },
    phrase4: { value: '紧急' },
    time5: { value: '15:01' },
  }
  const sending = `/api.weixin.qq.com/cgi-bin/message/subscribe/send?access_token=${access_token}`
  await post(sending, { touser: 'o-wangerdan', template_id: newTask, data })
  const sent = await fetch(`${server.url}/__fake/sent`, { headers: { origin: 'http://localhost:3000' } })
  expect(sent.headers.get('access-control-allow-origin')).toBe('*')
  expect(await sent.json()).toMatchObject([{ title: '新任务', msgid: '3248682510344192008' }])
})

test('a cut connection is a cut connection, and the server lives on', async () => {
  await postJson('/__fake/faults', { path: '/cgi-bin/stable_token', reset: true })
  await expect(post(STABLE, account)).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
  })
  expect(await postJson(STABLE, account)).toHaveProperty('access_token')
})

test('a stalled request neither answers nor keeps the server from closing', async () => {
  await postJson('/__fake/faults', { path: '*', stall: true, times: 2 })
  const impatience = new AbortController()
  const left = post(STABLE, account, { signal: impatience.signal }).catch((error: Error) => error.name)
  await expect.poll(() => fake.control.calls()).toHaveLength(1)
  impatience.abort()
  expect(await left).toBe('AbortError')
  const stalled = post(STABLE, account).catch((error: Error) => error.message)
  await expect.poll(() => fake.control.calls()).toHaveLength(2)
  await server.close()
  expect(await stalled).toBe('fetch failed')
  server = await fake.listen()
})

test('a control request of a wrong shape is told why', async () => {
  const refused = await post('/__fake/faults', { path: '*', stal: true })
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('stal')
  expect((await post('/__fake/login-codes', undefined)).status).toBe(400)
  expect((await fetch(`${server.url}/api.weixin.qq.com/not/there`)).status).toBe(404)
})

test('every control route answers', async () => {
  const openid = 'o-chenxiulan'
  const templateId = demoTemplateIds.accepted
  const posts: [string, object][] = [
    ['phone-codes', { openid, phoneNumber: '13800000001' }],
    ['staff-codes', { userid: 'wangerdan' }],
    ['visits', { openid }],
    ['employees', { openid, templateIds: [templateId] }],
    ['credits', { openid, templateId, n: 3 }],
    ['refusals', { openid, templateIds: [templateId] }],
    ['pushes', { event: 'wxa_punish_event', from: 'platform', fields: { event_type: '1' } }],
    ['push-check', {}],
    ['settings', { push: { format: 'xml' }, wecom: { trustedIp: false } }],
    ['tokens/revoke', {}],
    ['clock', { advanceMs: 1000 }],
    ['flush', {}],
  ]
  for (const [path, body] of posts) expect([path, (await post(`/__fake/${path}`, body)).status]).toEqual([path, 200])
  for (const path of ['templates', 'credits', 'sent', 'checks', 'calls', 'codes', 'pushes', 'faults', 'clock']) {
    expect([path, (await fetch(`${server.url}/__fake/${path}`)).status]).toEqual([path, 200])
  }
  expect(fake.control.settings()).toMatchObject({
    push: { format: 'xml' },
    wecom: { trustedIp: false, agentid: 1000002 },
  })
  expect((await fetch(`${server.url}/__fake/links?link=x`)).status).toBe(404)
  expect((await post('/__fake/reset', {})).status).toBe(200)
  expect(fake.control.settings().wecom.trustedIp).toBe(true)
})
