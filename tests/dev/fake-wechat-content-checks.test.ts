import { createFakeWechat, type FakeWechat, type FakeWechatOptions } from '@huiyin/dev/wechat/server.ts'
import { describe, expect, test } from 'vitest'
import { noon, post } from './wechat-caller.ts'

const RESIDENT = 'o-chenxiulan'
const visited = (options: FakeWechatOptions = {}) => {
  const fake = createFakeWechat({ now: noon, ...options })
  fake.control.visit(RESIDENT)
  return fake
}

describe('the text check', () => {
  const check = (fake: FakeWechat, changed: object = {}) =>
    post(fake, '/wxa/msg_sec_check', { version: 2, scene: 3, openid: RESIDENT, content: '楼道漏水', ...changed })

  test.each([
    ['楼道漏水', 'pass', 100],
    ['楼道贴满小广告', 'review', 10001],
    ['有人卖违禁品，还贴广告', 'risky', 20006],
  ])('%s → %s', async (content, suggest, label) => {
    const fake = visited()
    const answer = await check(fake, { content })
    expect(answer).toMatchObject({ errcode: 0, result: { suggest, label }, trace_id: expect.any(String) })
    expect(fake.control.checks()).toMatchObject([
      { kind: 'text', content, suggest, scene: 3, traceId: answer.trace_id },
    ])
  })

  test('names the word it found', async () => {
    expect(await check(visited(), { content: '一切正常', title: '违禁' })).toMatchObject({
      detail: [{ suggest: 'pass' }, { strategy: 'keyword', suggest: 'risky', label: 20006, keyword: '违禁' }],
    })
  })

  test.each([
    ['version 1', { version: 1 }, 40097],
    ['scene 5', { scene: 5 }, 40129],
    ['a person who never came', { openid: 'o-nobody' }, 40003],
    ['no text', { content: '' }, 44002],
    ['2,501 characters', { content: '长'.repeat(2501) }, 47001],
  ])('refuses %s', async (_what, changed, errcode) => {
    expect(await check(visited(), changed)).toMatchObject({ errcode })
  })

  test('takes 2,500 characters', async () => {
    expect(await check(visited(), { content: '长'.repeat(2500) })).toMatchObject({ errcode: 0 })
  })

  test('wants a visit within two hours', async () => {
    const fake = visited()
    await fake.control.advance(2 * 3_600_000)
    expect(await check(fake)).toMatchObject({ errcode: 0 })
    await fake.control.advance(1)
    expect(await check(fake)).toMatchObject({ errcode: 61010 })
  })
})

describe('the picture check', () => {
  const store = async (request: Request) => {
    const { pathname, host } = new URL(request.url)
    if (host === 'hook.test') return new Response('success')
    return pathname.includes('gone') ? new Response('denied', { status: 403 }) : new Response('picture')
  }
  const withStore = (options: FakeWechatOptions = {}) =>
    visited({ fetch: store, mediaCheckMs: 200, ...options, push: { url: 'http://hook.test/', mode: 'plain' } })
  const check = (fake: FakeWechat, name: string) =>
    post(fake, '/wxa/media_check_async', {
      version: 2,
      scene: 3,
      openid: RESIDENT,
      media_type: 2,
      media_url: `https://photos.test/${name}?signature=s`,
    })
  const results = (fake: FakeWechat) => fake.control.pushes().map(each => JSON.parse(each.message))

  test.each([
    ['leak.jpg', { errcode: 0, result: { suggest: 'pass', label: 100 } }],
    ['leak-review.jpg', { errcode: 0, result: { suggest: 'review' } }],
    ['leak-risky.jpg', { errcode: 0, result: { suggest: 'risky' } }],
    ['gone.jpg', { errcode: -1008 }],
  ])('%s is downloaded and judged later', async (name, result) => {
    const fake = withStore()
    const answer = await check(fake, name)
    expect(fake.control.pushes()).toEqual([])
    await fake.control.advance(200)
    expect(results(fake)).toMatchObject([
      { Event: 'wxa_media_check', trace_id: answer.trace_id, version: 2, ...result },
    ])
    expect(fake.control.checks()[0]?.bytes).toBe(name === 'gone.jpg' ? undefined : 7)
  })

  test('may push its result before it answers', async () => {
    const fake = withStore({ mediaPushFirst: true })
    const answer = await check(fake, 'leak.jpg')
    expect(results(fake)).toMatchObject([{ trace_id: answer.trace_id }])
  })

  test('refuses a video and a missing address', async () => {
    const body = { version: 2, scene: 3, openid: RESIDENT, media_type: 3, media_url: 'https://photos.test/a.mp4' }
    expect(await post(visited(), '/wxa/media_check_async', body)).toMatchObject({ errcode: 40004 })
    expect(await post(visited(), '/wxa/media_check_async', { ...body, media_type: 2, media_url: '' })).toMatchObject({
      errcode: 47001,
    })
  })
})
