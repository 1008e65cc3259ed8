import { open, sign } from '@huiyin/dev/wechat/push-crypto.ts'
import { createFakeWechat, type FakeWechat, type FakeWechatOptions } from '@huiyin/dev/wechat/server.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { describe, expect, test } from 'vitest'
import { noon } from './wechat-caller.ts'

const { token, encodingAESKey } = demoSettings.push
const { newTask, overdue } = demoTemplateIds
const PERSON = 'o-wangerdan'
const revoked = { event: 'user_authorization_revoke', from: 'platform', fields: { OpenID: PERSON, RevokeInfo: '8' } }

type Got = { query: Record<string, string>; body: string; type: string | null }

/** A fake whose pushes land in `got`; `reply` may answer anything, or nothing. */
function withReceiver(push: FakeWechatOptions['push'] = {}, reply: () => unknown = () => new Response('success')) {
  const got: Got[] = []
  const fake = createFakeWechat({
    now: noon,
    push: { url: 'http://backend.test/wechat/push?town=hemiao', ...push },
    fetch: async request => {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      got.push({ query, body: await request.text(), type: request.headers.get('content-type') })
      if (query.echostr) return new Response(query.echostr)
      return (await reply()) as Response
    },
  })
  return { fake, got }
}

const popup = async (fake: FakeWechat, results: Record<string, 'accept' | 'reject'>) => {
  fake.control.subscribe(PERSON, results)
  await fake.control.flush()
}
const opened = (sealed: string) => open(encodingAESKey, sealed)

describe('in safe mode', () => {
  test('a push is encrypted for the appid and signed over the encrypted text', async () => {
    const { fake, got } = withReceiver()
    await fake.control.push(revoked)
    const { query, body } = got[0] as Got
    const { Encrypt } = JSON.parse(body)
    expect(query).toMatchObject({ encrypt_type: 'aes', town: 'hemiao', openid: 'platform', timestamp: '1782878400' })
    expect(query.msg_signature).toBe(sign(token, String(query.timestamp), String(query.nonce), Encrypt))
    expect(query.signature).toBe(sign(token, String(query.timestamp), String(query.nonce)))
    expect(opened(Encrypt).appid).toBe(demoSettings.appid)
    expect(JSON.parse(opened(Encrypt).message)).toEqual({
      ToUserName: demoSettings.originalId,
      FromUserName: 'platform',
      CreateTime: 1782878400,
      MsgType: 'event',
      Event: 'user_authorization_revoke',
      OpenID: PERSON,
      RevokeInfo: '8',
    })
    expect(body).not.toContain(PERSON)
  })

  test('XML has the same envelope in tags', async () => {
    const { fake, got } = withReceiver({ format: 'xml' })
    await fake.control.push(revoked)
    expect(got[0]?.type).toBe('text/xml')
    const sealed = /^<xml><ToUserName>.*<Encrypt><!\[CDATA\[(.+)]]><\/Encrypt><\/xml>$/.exec(got[0]?.body ?? '')?.[1]
    expect(opened(sealed ?? '').message).toContain('<OpenID><![CDATA[o-wangerdan]]></OpenID>')
  })

  test('a forger signs with another token', async () => {
    const { fake, got } = withReceiver({ wrongSignature: true })
    await fake.control.push(revoked)
    const { query, body } = got[0] as Got
    const right = sign(token, String(query.timestamp), String(query.nonce), JSON.parse(body).Encrypt)
    expect(query.msg_signature).not.toBe(right)
  })
})

describe('in plain mode', () => {
  test('List is an object for one answer, an array for several, and numbers are strings', async () => {
    const { fake, got } = withReceiver({ mode: 'plain' })
    await popup(fake, { [newTask]: 'accept' })
    await popup(fake, { [newTask]: 'accept', [overdue]: 'reject' })
    const [one, two] = got.map(each => JSON.parse(each.body))
    const accepted = { TemplateId: newTask, SubscribeStatusString: 'accept', PopupScene: '0' }
    expect(one).toMatchObject({ Event: 'subscribe_msg_popup_event', FromUserName: PERSON, CreateTime: '1782878400' })
    expect(one.List).toEqual(accepted)
    expect(two.List).toEqual([accepted, { ...accepted, TemplateId: overdue, SubscribeStatusString: 'reject' }])
    expect(got[0]?.query).not.toHaveProperty('msg_signature')
  })

  test('XML nests the answers in an element named after the event', async () => {
    const { fake, got } = withReceiver({ mode: 'plain', format: 'xml' })
    await popup(fake, { [newTask]: 'accept', [overdue]: 'accept' })
    expect(got[0]?.body).toMatch(
      /<SubscribeMsgPopupEvent><List><TemplateId>.*<\/List><List>.*<\/List><\/SubscribeMsgPopupEvent><\/xml>$/,
    )
    expect(got[0]?.body).toContain('<CreateTime>1782878400</CreateTime>')
  })

  test('a text that closes CDATA stays inside it', async () => {
    const { fake, got } = withReceiver({ mode: 'plain', format: 'xml' })
    await fake.control.push({ event: 'odd', from: 'platform', fields: { Text: 'a]]>b' } })
    expect(got[0]?.body).toContain('<Text><![CDATA[a]]]]><![CDATA[>b]]></Text>')
  })

  test('a refusal in the menu is pushed as a change', async () => {
    const { fake, got } = withReceiver({ mode: 'plain' })
    fake.control.refuse(PERSON, [newTask])
    await fake.control.flush()
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({
      Event: 'subscribe_msg_change_event',
      List: { TemplateId: newTask, SubscribeStatusString: 'reject' },
    })
  })
})

describe('delivery', () => {
  test('is tried three times and then given up', async () => {
    const { fake, got } = withReceiver({}, () => new Response('down', { status: 503 }))
    await fake.control.push(revoked)
    expect(got).toHaveLength(3)
    expect(new Set(got.map(each => each.body)).size).toBe(1)
    expect(fake.control.pushes()).toMatchObject([
      { delivered: false, attempts: [{ outcome: 503, reply: 'down' }, { outcome: 503 }, { outcome: 503 }] },
    ])
  })

  test('stops at the first good answer', async () => {
    const replies = [() => Promise.reject(new TypeError('fetch failed')), () => new Response('success')]
    const { fake, got } = withReceiver({}, () => replies.shift()?.())
    await fake.control.push(revoked)
    expect(got).toHaveLength(2)
    expect(fake.control.pushes()).toMatchObject([
      { delivered: true, attempts: [{ outcome: 'unreachable' }, { outcome: 200, reply: 'success' }] },
    ])
  })

  test('does not wait for a receiver that never answers', async () => {
    const { fake } = withReceiver({ timeoutMs: 10 }, () => new Promise(() => {}))
    await fake.control.push(revoked)
    expect(fake.control.pushes()[0]?.attempts.map(each => each.outcome)).toEqual(['timeout', 'timeout', 'timeout'])
    expect(demoSettings.push).toMatchObject({ timeoutMs: 5000, attempts: 3 })
  })

  test('is doubled on demand, and a message can be replayed later with its old timestamp', async () => {
    const { fake, got } = withReceiver({ duplicates: 2 })
    await fake.control.push(revoked)
    await fake.control.advance(600_000)
    const record = fake.control.pushes()[0]
    if (record) await fake.control.replay(record)
    expect(got).toHaveLength(4)
    expect(new Set(got.map(each => JSON.stringify(each))).size).toBe(1)
  })

  test('comes late when told so, and never without an address', async () => {
    const { fake, got } = withReceiver({ delayMs: 6000 })
    fake.control.subscribe(PERSON, { [newTask]: 'accept' })
    await fake.control.advance(5999)
    expect(got).toEqual([])
    await fake.control.advance(1)
    expect(got).toHaveLength(1)
    fake.control.configure({ push: { url: undefined } })
    await popup(fake, { [newTask]: 'accept' })
    expect(got).toHaveLength(1)
  })
})

describe("the console's check of an address", () => {
  test('passes when the receiver echoes the text for a good signature', async () => {
    const { fake, got } = withReceiver()
    expect(await fake.control.verifyReceiver()).toBe(true)
    const { signature, timestamp, nonce, echostr } = (got[0] as Got).query
    expect(signature).toBe(sign(token, String(timestamp), String(nonce)))
    expect(echostr).toMatch(/^\w{20}$/)
  })

  test('fails on any other answer and without an address', async () => {
    const fetch = async () => new Response('success')
    const deaf = createFakeWechat({ push: { url: 'http://backend.test/' }, fetch })
    expect(await deaf.control.verifyReceiver()).toBe(false)
    expect(await createFakeWechat().control.verifyReceiver()).toBe(false)
  })
})
