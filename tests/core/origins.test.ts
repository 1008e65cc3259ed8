import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

const ours = 'https://town.example'
let open: World
let shut: World
beforeAll(async () => {
  open = await openWorld({ env: { ALLOWED_ORIGINS: `${ours},https://desk.town.example` } })
  shut = await openWorld()
})
afterAll(() => Promise.all([open.close(), shut.close()]))

const allowedFor = async (origin: string, world = open, method = 'GET') => {
  const answer = await world.anybody('/api/areas', {
    method,
    headers: { origin, 'access-control-request-method': 'POST' },
  })
  return answer.headers.get('access-control-allow-origin')
}

test('a page of a named origin may read answers, refusals too, without cookies', async () => {
  expect(await allowedFor(ours)).toBe(ours)
  expect(await allowedFor('https://desk.town.example')).toBe('https://desk.town.example')
  const refused = await open.anybody('/api/me', { headers: { origin: ours } })
  expect(refused.status).toBe(401)
  expect(refused.headers.get('access-control-allow-origin')).toBe(ours)
  expect(refused.headers.get('access-control-allow-credentials')).toBeNull()
  const asked = await open.anybody('/api/reports', {
    method: 'OPTIONS',
    headers: {
      origin: ours,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  })
  expect(asked.headers.get('access-control-allow-headers')).toContain('authorization')
})

test.each([
  'null',
  'http://town.example',
  'https://town.example.evil.example',
  'https://eviltown.example',
  'https://sub.town.example',
  'https://town.example:8443',
  'https://TOWN.example',
  '*',
  '',
])('a page of %s may not', async origin => {
  expect(await allowedFor(origin)).toBeNull()
  expect(await allowedFor(origin, open, 'OPTIONS')).toBeNull()
})

test('without a list no foreign page may read anything', async () => {
  for (const origin of [ours, 'null', '*']) {
    expect(await allowedFor(origin, shut)).toBeNull()
    expect(await allowedFor(origin, shut, 'OPTIONS')).toBeNull()
  }
})
