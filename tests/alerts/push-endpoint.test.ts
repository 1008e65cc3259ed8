import { sign } from '@huiyin/dev/wechat/push-crypto.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectProblem } from '../support/clear-problem.ts'
import { openWorld, pushUrl, type Someone, type World } from '../support/world.ts'
import { count, envOf, formats, kept, modes, pushed, resend, revoked, sealed, signed, token } from './pushing.ts'

const home = 't001v1g1b1'

describe.each(modes)('in %s mode', mode => {
  let world: World
  let resident: Someone
  beforeAll(async () => {
    world = await openWorld({ pushes: true, env: envOf(mode) })
    resident = await world.someone('resident')
  })
  beforeEach(async () => {
    world.wechat.control.reset()
    world.wechat.control.configure({ push: { mode } })
    world.clock.forward(1)
    await resident.call('setHome', { buildingId: home })
  })
  afterAll(() => world.close())

  test.each(formats)('an event in %s has its effect and is answered with success', async format => {
    world.wechat.control.configure({ push: { format } })
    const record = await pushed(world, revoked('resident', '18'))
    expect(record.attempts).toMatchObject([{ outcome: 200, reply: 'success' }])
    expect((await kept(world, resident))?.home).toBeNull()
  })

  test.each(formats)('whoever signs %s with another token is turned away three times', async format => {
    world.wechat.control.configure({ push: { format, wrongSignature: true } })
    const record = await pushed(world, revoked('resident', '18'))
    expect(record.attempts.map(it => it.outcome)).toEqual([401, 401, 401])
    expect((await kept(world, resident))?.home).toBe(home)
  })

  test('the console finds the address good, and bad when it signs with another token', async () => {
    expect(await world.wechat.control.verifyReceiver()).toBe(true)
    world.wechat.control.configure({ push: { wrongSignature: true } })
    expect(await world.wechat.control.verifyReceiver()).toBe(false)
  })

  test('nothing, no JSON, no XML, a list, a word are refused however they are signed', async () => {
    const { url } = await pushed(world, revoked('resident', '1'))
    const before = await count(world, 'push_events')
    for (const body of [
      '',
      ' ',
      '{',
      '[]',
      'null',
      '7',
      '"word"',
      '<xml>',
      '<xml/>',
      '<a><b></a>',
      '<html></html>',
      '\0',
    ])
      await expectProblem(await resend(world, { url, body }), 'bad-json')
    expect(await count(world, 'push_events')).toBe(before)
  })

  test('five megabytes are not read', async () => {
    const { url } = await pushed(world, revoked('resident', '1'))
    const big = 'a'.repeat(5 * 1024 * 1024)
    await expectProblem(await resend(world, { url, body: big }), 'too-large')
    const streamed = new Request(url, { method: 'POST', body: new Blob([big]).stream(), duplex: 'half' } as RequestInit)
    await expectProblem(await world.api.fetch(streamed), 'too-large')
  })

  const bomb = `<!DOCTYPE xml [<!ENTITY a "boom">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n || ''};`.repeat(10)}">`).join('')}]>`
  const deep = (n: number) => '<a>'.repeat(n) + '</a>'.repeat(n)
  test.each([
    ['an entity that grows without end', `${bomb}<xml><Encrypt>&a8;</Encrypt></xml>`],
    [
      'a file of this machine',
      '<!DOCTYPE xml [<!ENTITY f SYSTEM "file:///etc/hostname">]><xml><Encrypt>&f;</Encrypt></xml>',
    ],
    ['a document type further in', '<xml><!doctype b [<!ENTITY c "d">]><Encrypt>&c;</Encrypt></xml>'],
    ['eight thousand elements in one another', `<xml>${deep(8000)}</xml>`],
    ['a list of thirty thousand lists', '['.repeat(30_000) + ']'.repeat(30_000)],
  ])('%s is refused and costs nothing', async (_, body) => {
    const { url } = await pushed(world, revoked('resident', '1'))
    await expectProblem(await resend(world, { url, body }), 'bad-json')
  })
})

describe('what the platform documents', () => {
  const env = { WECHAT_PUSH_TOKEN: 'AAAAA', WECHAT_PUSH_KEY: 'A'.repeat(43), WECHAT_APPID: 'wxba5fad812f8e6fb9' }
  const Encrypt =
    '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
  const safe = 'timestamp=1714112445&nonce=415670741&msg_signature=046e02f8204d34f8ba5fa3b1db94908f3df2e9b3'
  const path = new URL(pushUrl).pathname
  let world: World
  beforeAll(async () => {
    world = await openWorld({ env })
    world.clock.now = new Date(1_714_112_446_000)
  })
  afterAll(() => world.close())

  test('its check of an address is answered with the very text that came', async () => {
    const query = 'signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492'
    const answer = await world.anybody(`${path}?${query}&echostr=4375120948345356249`)
    expect([answer.status, await answer.text()]).toEqual([200, '4375120948345356249'])
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    await expectProblem(await world.anybody(`${path}?${query.replace('f464', 'f465')}&echostr=4`), 'not-signed-in')
    await expectProblem(await world.anybody(path), 'not-signed-in')
  })

  test('its sealed example opens, and an event that nobody knows is acknowledged', async () => {
    for (const body of [JSON.stringify({ Encrypt }), `<xml><Encrypt><![CDATA[${Encrypt}]]></Encrypt></xml>`]) {
      const answer = await world.anybody(`${path}?${safe}`, { method: 'POST', body })
      expect([answer.status, await answer.text()]).toEqual([200, 'success'])
    }
  })

  test('its example of a sealed reply opens with the same key', async () => {
    const reply = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=='
    const query = 'timestamp=1713424427&nonce=415670741&msg_signature=1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1'
    const body = JSON.stringify({ Encrypt: reply })
    expect((await world.anybody(`${path}?${query}`, { method: 'POST', body })).status).toBe(200)
  })

  test('its plain example is taken without a key, and never where there is one', async () => {
    const query = 'signature=899cf89e464efb63f54ddac96b0a0a235f53aa78&timestamp=1714037059&nonce=486452656'
    const init = { method: 'POST', body: '{"MsgType":"event","Event":"debug_demo","CreateTime":1714037059}' }
    await expectProblem(await world.anybody(`${path}?${query}`, init), 'not-signed-in')
    const plain = await openWorld({ env: { ...env, WECHAT_PUSH_KEY: '' } })
    plain.clock.now = world.clock.now
    expect(await (await plain.anybody(`${path}?${query}`, init)).text()).toBe('success')
    await plain.close()
  })
})

describe('the address', () => {
  test('is not there while the console is not set up', async () => {
    const world = await openWorld({ env: { WECHAT_PUSH_TOKEN: '', WECHAT_PUSH_KEY: '' } })
    const query = `timestamp=1&nonce=2&signature=${sign('', '1', '2')}&echostr=hello`
    await expectProblem(await world.anybody(`${new URL(pushUrl).pathname}?${query}`), 'no-such-page')
    await expectProblem(await resend(world, sealed(world, '{}')), 'no-such-page')
    await world.close()
  })

  test('takes only what the platform sends, sealed for this account', async () => {
    const world = await openWorld()
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      await expectProblem(await world.anybody(new URL(pushUrl).pathname, { method }), 'wrong-method')
    const message = JSON.stringify({ MsgType: 'event', Event: 'debug_demo' })
    expect((await resend(world, sealed(world, message))).status).toBe(200)
    await expectProblem(await resend(world, sealed(world, message, 'wx0123456789abcdef')), 'bad-json')
    await expectProblem(await resend(world, sealed(world, message, `${demoSettings.appid}x`)), 'bad-json')
    await expectProblem(await resend(world, sealed(world, 'no message')), 'bad-json')
    for (const text of ['', 'c2hvcnQ=', 'A'.repeat(64), '漏水', Buffer.alloc(64, 33).toString('base64')])
      await expectProblem(await resend(world, signed(world, text)), 'bad-json')
    await world.close()
  })

  test('takes no plain body: the token of a sealed message signs nothing else', async () => {
    const world = await openWorld({ pushes: true })
    const resident = await world.someone('resident')
    await resident.call('setHome', { buildingId: home })
    world.wechat.control.configure({ push: { mode: 'plain', token } })
    expect((await pushed(world, revoked('resident', '18'))).attempts.map(it => it.outcome)).toEqual([401, 401, 401])
    expect((await kept(world, resident))?.home).toBe(home)
    await world.close()
  })
})
