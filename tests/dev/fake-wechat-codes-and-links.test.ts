import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { describe, expect, test } from 'vitest'
import { ask, noon, post, takeToken } from './wechat-caller.ts'

const DAY = 86_400

describe('the code of a house plate', () => {
  const plate = { scene: 'b=A1B2C3&u=7', page: 'reports/pages/new/index', env_version: 'release', width: 430 }
  const make = async (fake: FakeWechat, body: unknown) => {
    const query = { access_token: await takeToken(fake) }
    return ask(fake, '/api.weixin.qq.com/wxa/getwxacodeunlimit', { query, body })
  }

  test('comes as a picture', async () => {
    const fake = createFakeWechat({ pages: [plate.page] })
    const response = await make(fake, plate)
    expect(response.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(fake.control.codes()).toMatchObject([{ scene: plate.scene, page: plate.page }])
  })

  test.each([
    ['33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['an empty scene', { scene: '' }, 40169],
    ['Chinese', { scene: '三号楼' }, 40129],
    ['a percent sign', { scene: 'a%20b' }, 40129],
    ['an unpublished page', { page: 'pages/secret' }, 41030],
    ['a page with a leading slash', { page: '/reports/pages/new/index' }, 41030],
    ['a page with parameters', { page: 'reports/pages/new/index?x=1' }, 41030],
    ['a tiny width', { width: 100 }, 40097],
  ])('with %s is refused as JSON', async (_what, changed, errcode) => {
    const response = await make(createFakeWechat({ pages: [plate.page] }), { ...plate, ...changed })
    expect(await response.json()).toMatchObject({ errcode })
  })

  test('to an unpublished page is made when the check is waived, and 32 characters fit', async () => {
    const fake = createFakeWechat({ pages: [] })
    const response = await make(fake, { ...plate, scene: 'a'.repeat(32), check_path: false })
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await (await make(fake, 'not json')).json()).toMatchObject({ errcode: 40169 })
  })
})

describe('a link into the mini-program', () => {
  test('leads to its page until it expires', async () => {
    const fake = createFakeWechat({ now: noon })
    const target = { path: 'reports/pages/one/index', query: 'id=1' }
    const { url_link } = await post(fake, '/wxa/generate_urllink', { ...target, expire_type: 1, expire_interval: 1 })
    const { openlink } = await post(fake, '/wxa/generatescheme', { jump_wxa: target })
    expect(url_link).toMatch(/^https:\/\/wxaurl\.cn\/\w+$/)
    expect(openlink).toMatch(/^weixin:\/\/dl\/business\/\?t=\w+$/)
    expect(fake.control.openLink(`${url_link}?cq=a%3D1`)).toEqual(target)
    expect(fake.control.openLink(String(openlink))).toEqual(target)
    await fake.control.advance(DAY * 1000)
    expect(fake.control.openLink(String(url_link))).toBeUndefined()
    expect(fake.control.openLink(String(openlink))).toEqual(target)
  })

  const now = noon().getTime() / 1000
  test.each([
    ['31 days', { expire_type: 1, expire_interval: 31 }, 85401],
    ['a moment in 31 days', { expire_type: 0, expire_time: now + 31 * DAY }, 85401],
    ['half a minute', { expire_type: 0, expire_time: now + 30 }, 85401],
    ['no number', { expire_type: 1, expire_interval: 'soon' }, 85401],
    ['another edition', { env_version: 'beta' }, 85402],
    ['an unpublished page', { path: 'pages/secret' }, 40165],
    ['a long query', { query: 'a'.repeat(1025) }, 40212],
  ])('for %s is refused', async (_what, changed, errcode) => {
    const fake = createFakeWechat({ now: noon, pages: ['reports/pages/one/index'] })
    const body = { path: 'reports/pages/one/index', ...changed }
    expect(await post(fake, '/wxa/generate_urllink', body)).toMatchObject({ errcode })
  })

  test('of the short kind is for shops only', async () => {
    const fake = createFakeWechat()
    expect(await post(fake, '/wxa/genwxashortlink', { page_url: 'pages/home' })).toMatchObject({ errcode: 43104 })
  })
})
