import { signMapRequest } from '@huiyin/dev/wechat/geocoder.ts'
import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import { expect, test } from 'vitest'
import { askJson, noon } from './wechat-caller.ts'

const { key, secretKey } = demoSettings.geocoder
const asked = { location: '31.230416,121.473701', get_poi: '0', key }

const locate = (fake: FakeWechat, changed: Record<string, string> = {}, path = '/ws/geocoder/v1/') => {
  const query = { ...asked, ...changed }
  const sig = signMapRequest(path, Object.entries(query), secretKey)
  return askJson(fake, `/apis.map.qq.com${path}`, { query: { ...query, sig, ...changed } })
}

test('a request is signed over raw values, sorted by name (recomputed vector)', () => {
  expect(signMapRequest('/ws/geocoder/v1', Object.entries(asked), 'TESTSECRETKEY')).toBe(
    '999d8b3b15eb3f2e0207aad6a2a55bb0',
  )
})

test('a place has an address and a town, with and without the last slash', async () => {
  const fake = createFakeWechat({ now: noon })
  for (const path of ['/ws/geocoder/v1', '/ws/geocoder/v1/']) {
    expect(await locate(fake, {}, path)).toMatchObject({
      status: 0,
      message: 'query ok',
      result: { address_reference: { town: { title: '禾苗镇' } }, ad_info: { adcode: '990101' } },
    })
  }
})

test.each([
  ['a signature for another path', { sig: signMapRequest('/ws/geocoder/v1', Object.entries(asked), secretKey) }, 111],
  ['an unknown key', { key: 'OTHER' }, 190],
  ['no key', { key: '' }, 311],
  ['no place', { location: '' }, 306],
  ['a place in words', { location: '幸福里' }, 310],
  ['a place off the globe', { location: '91.0,121.0' }, 365],
])('%s is refused', async (_what, changed: Record<string, string>, status) => {
  expect(await locate(createFakeWechat(), changed)).toMatchObject({ status })
})

test('more than five a second meet status 120, and any status can be planted', async () => {
  const fake = createFakeWechat({ now: noon })
  for (let n = 0; n < 5; n++) expect(await locate(fake)).toMatchObject({ status: 0 })
  expect(await locate(fake)).toMatchObject({ status: 120 })
  await fake.control.advance(1000)
  fake.control.inject({ path: '/ws/geocoder/v1', errcode: 121 })
  expect(await locate(fake)).toMatchObject({ status: 121 })
  expect(await locate(fake)).toMatchObject({ status: 0 })
})
