import { testOrigin } from '@huiyin/dev/build.ts'
import { afterAll, afterEach, expect, test } from 'vitest'
import { makeFixture, makeServer, speakingPage } from './fixture.ts'
import type { Miniprogram } from './miniprogram.ts'
import { openMiniprogram } from './open-miniprogram.ts'

const server = await makeServer(({ url }) => {
  if (url === '/broken') return { status: 500, body: '{"title":"坏了"}' }
  if (url === '/cut') return undefined
  if (url === '/text') return { body: 'not json' }
  return { body: JSON.stringify({ url }) }
})
let phone: Miniprogram
afterEach(() => phone.close())
afterAll(() => server.close())

const open = async (code: string, options: object = {}) => {
  const page = speakingPage(`go() { const fail = r => this.say(r); ${code} }`, '<button bindtap="go">走</button>')
  phone = await openMiniprogram({ dist: makeFixture({ 'pages/home/index': page }), apiBase: server.base, ...options })
}
const said = () => JSON.parse(phone.find({ class: 'said' }).children[0]?.text || 'null')
const request = (rest: string, path = '/matters') =>
  `wx.request({ url: '${testOrigin}${path}', fail, success: r => this.say(r), ${rest} })`
const upload = `const task = wx.uploadFile({ url: '${testOrigin}/photos', filePath: this.path, name: 'file', formData: { id: 'p1' }, header: { authorization: 'Bearer t' }, fail, success: r => this.say({ ...r, steps: this.steps }) });
  this.steps = 0; task.onProgressUpdate(step => { this.steps += 1; this.last = step.progress })`
const choose = (then: string) =>
  `wx.chooseMedia({ count: 9, fail, success: r => { this.path = r.tempFiles[0].tempFilePath; ${then} } })`

test('a request really goes out, as JSON with WeChat as referrer', async () => {
  await open(
    request(
      `method: 'POST', data: { text: '漏水' }, header: { Authorization: 'Bearer t', Referer: 'https://elsewhere.example' }`,
    ),
  )
  await phone.tap('走')
  const heard = server.heard.at(-1)
  expect(heard).toMatchObject({ method: 'POST', url: '/matters' })
  expect(heard?.headers).toMatchObject({ authorization: 'Bearer t', 'content-type': 'application/json' })
  expect(heard?.headers.referer).toMatch(/^https:\/\/servicewechat\.com\//)
  expect(JSON.parse(String(heard?.body))).toEqual({ text: '漏水' })
  expect(said()).toMatchObject({ statusCode: 200, data: { url: '/matters' }, errMsg: 'request:ok' })
})

test('what a GET carries stands in the address', async () => {
  await open(request(`data: { grid: '三', page: 2 }`))
  await phone.tap('走')
  expect(server.heard.at(-1)?.url).toBe(`/matters?grid=${encodeURIComponent('三')}&page=2`)
})

test('any HTTP status is a success', async () => {
  await open(request('', '/broken'))
  await phone.tap('走')
  expect(said()).toMatchObject({ statusCode: 500, data: { title: '坏了' } })
})

test('an answer that is not JSON comes as text', async () => {
  await open(request('', '/text'))
  await phone.tap('走')
  expect(said().data).toBe('not json')
})

test.each([
  ['PATCH, which WeChat does not know', request(`method: 'PATCH'`), 600005],
  ['a host outside the domain list', `wx.request({ url: 'https://elsewhere.example/x', fail })`, 600002],
  ['plain http', `wx.request({ url: 'http://huiyin.example/x', fail })`, 600002],
  ['an address without a host', `wx.request({ url: '/api/x', fail })`, 600009],
  ['a server that hangs up', request('', '/cut'), 600001],
])('%s fails', async (_, code, errno) => {
  await open(code)
  await phone.tap('走')
  expect(said()).toMatchObject({ errno })
})

test('without a network a request fails, and the mini-program hears when it is back', async () => {
  await open(`wx.onNetworkStatusChange(now => this.say(now)); ${request('')}`)
  await phone.network('none')
  await phone.tap('走')
  expect(said()).toMatchObject({ errno: 600001 })
  await phone.network('4g')
  expect(said()).toEqual({ isConnected: true, networkType: '4g' })
})

test('a photo really goes out as multipart, with progress up to 100', async () => {
  const photo = new Uint8Array(200_000).fill(7)
  await open(choose(upload), { photos: [photo] })
  await phone.tap('走')
  const { headers, body } = server.heard.at(-1) ?? { headers: {}, body: Buffer.alloc(0) }
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': String(headers['content-type']) },
  }).formData()
  expect(form.get('id')).toBe('p1')
  expect(Buffer.from(await (form.get('file') as File).arrayBuffer())).toEqual(Buffer.from(photo))
  expect(headers.authorization).toBe('Bearer t')
  expect(said()).toMatchObject({ statusCode: 200, data: '{"url":"/photos"}' })
  expect(said().steps).toBeGreaterThan(5)
})

const stalling = choose(
  `${upload.replace('/photos', '/stall')}; task.onProgressUpdate(() => wx.setStorageSync('going', 1))`,
)
/** Comes back while the upload hangs half-way; `ended` settles when the tap has come to rest. */
const stall = async () => {
  await open(stalling, { photos: [new Uint8Array(30_000_000)] })
  const ended = phone.tap('走')
  await phone.waitFor(() => phone.storage().going === 1)
  return { ended }
}

test('a network cut in the middle of an upload fails it', async () => {
  const { ended } = await stall()
  await phone.network('none')
  await ended
  expect(said()).toMatchObject({ errno: 600001 })
})

test('a kill in the middle of an upload hangs up on the server', async () => {
  const { ended } = await stall()
  phone.kill()
  await ended
  await expect.poll(server.hungUp).toBe(true)
})

test('an aborted upload fails with abort', async () => {
  await open(choose(`${upload}; task.abort()`), { photos: [new Uint8Array(3_000_000)] })
  await phone.tap('走')
  expect(said()).toMatchObject({ errMsg: 'uploadFile:fail abort' })
})

test('a picker that is cancelled is no error of the network', async () => {
  await open(choose(upload))
  await phone.tap('走')
  expect(said()).toMatchObject({ errMsg: 'chooseMedia:fail cancel' })
})

test('eleven requests at once all come home', async () => {
  await open(
    `this.count = 0; for (let i = 0; i < 11; i++) wx.request({ url: '${testOrigin}/' + i, complete: () => this.say(String(++this.count)) })`,
  )
  await phone.tap('走')
  expect(phone.screen()).toContain('11')
})
