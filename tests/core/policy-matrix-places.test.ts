import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, routes, type Someone, type World } from '../support/world.ts'
import { type Cast, signInAll } from './matrix/matters.ts'
import { cast, law, type Who } from './matrix/town-law.ts'

/** What is not about one matter: for everybody, for everybody who is signed in, or for those who hold a place. */
const open = ['listAreas', 'getPlace', 'locatePlace', 'openSession', 'readPhoto']
const signedIn = [
  ...['closeSession', 'getMe', 'setHome', 'bindPhone', 'removePhone', 'listLooks', 'listUnits'],
  ...['listAlerts', 'countUnread', 'markRead', 'listPermits', 'recordPermits'],
  ...['storePhoto', 'fileReport', 'listNearby', 'listMyReports'],
]
const desks: Record<string, Who[]> = {
  t001v1g1: ['worker', 'worker-mate'],
  t001v1g2: ['worker-next-grid'],
  t001v2g1: ['worker-next-village'],
  t002v1g1: ['worker-next-town'],
  t001v1: ['lead'],
  t001v2: ['lead-next-village'],
  t001: ['officer'],
  t002: ['officer-next-town'],
  d001: ['supervisor'],
  'u-water': ['partner'],
  'u-estate': ['partner-other'],
  t001v1g1b1: [],
  nowhere: [],
}
const doors: Record<string, Who[]> = {
  t001v1g1b1: ['lead', 'officer', 'admin'],
  t001v1g2b1: ['lead', 'officer', 'admin'],
  t001v2g1b1: ['lead-next-village', 'officer', 'admin'],
  t002v1g1b1: ['officer-next-town'],
}
const townships: Record<string, Who[]> = {
  t001: ['officer'],
  t002: ['officer-next-town'],
  t001v1: [],
  d001: [],
  nowhere: [],
}
const byPlace: Record<string, Record<string, Who[]>> = {
  listDesk: desks,
  countDesk: desks,
  getDoorCode: doors,
  listVisits: townships,
}

let world: World
let people: Cast
let photoLink: string
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  people = await signInAll(world)
  photoLink = (await people.reporter?.upload())?.url ?? ''
})
afterAll(() => world.close())

type Ask = { path: string; init?: RequestInit }
const get = (path: string): Ask => ({ path })
const send = (method: string, path: string, body: object): Ask => ({
  path,
  init: { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
})
const upload = (): Ask => {
  const body = new FormData()
  body.set('file', new File(['GIF89a'], 'a.jpg'))
  return { path: `/api/photos/${randomUUID()}`, init: { method: 'POST', body } }
}

/** A right call of each route. The upload is refused for its bytes, after the caller has been let in. */
const asks: Record<string, (who: Who) => Ask> = {
  listAreas: () => get('/api/areas?parent=t001'),
  getPlace: () => get('/api/places/t001v1g1b1'),
  locatePlace: () => get('/api/places?lng=117.2055&lat=31.502'),
  openSession: who => send('POST', '/api/sessions', { code: world.wechat.control.registerLoginCode(who) }),
  readPhoto: () => get(photoLink),
  closeSession: () => ({ path: '/api/sessions/current', init: { method: 'DELETE' } }),
  getMe: () => get('/api/me'),
  setHome: () => send('PUT', '/api/me/home', { buildingId: 't001v1g1b1' }),
  bindPhone: who => send('PUT', '/api/me/phone', { code: world.wechat.control.registerPhoneCode(who, '13900139000') }),
  removePhone: () => ({ path: '/api/me/phone', init: { method: 'DELETE' } }),
  listLooks: () => get('/api/me/looks'),
  listUnits: () => get('/api/units'),
  listAlerts: () => get('/api/alerts'),
  countUnread: () => get('/api/alerts/unread'),
  markRead: () => send('POST', '/api/alerts/read', {}),
  listPermits: () => get('/api/permits'),
  recordPermits: () => send('POST', '/api/permits', { id: randomUUID(), results: {} }),
  storePhoto: upload,
  fileReport: () => send('POST', '/api/reports', { id: randomUUID(), words: '路灯不亮', buildingId: 't001v1g1b1' }),
  listNearby: () => get('/api/reports/nearby?buildingId=t001v1g1b1'),
  listMyReports: () => get('/api/reports/mine'),
}
const placeAsks: Record<string, (place: string) => Ask> = {
  listDesk: desk => get(`/api/reports/desk?desk=${desk}`),
  countDesk: desk => get(`/api/reports/desk/counts?desk=${desk}`),
  listVisits: desk => get(`/api/visits?desk=${desk}`),
  getDoorCode: code => get(`/api/places/${code}/door-code`),
}
const granted: Record<string, number> = { openSession: 201, fileReport: 201, storePhoto: 415 }

const statusFor = async (who: Who, ask: Ask, person: Someone | undefined = people[who]) =>
  (await (person?.fetch ?? world.anybody)(ask.path, ask.init)).status

test('every route of the service has its row, in one of the two laws', () => {
  const known = [...Object.keys(law), ...open, ...signedIn, ...Object.keys(byPlace)]
  expect(known.sort()).toEqual(Object.keys(routes).sort())
})

describe.each(cast)('%s', who => {
  test.each(open)('may call %s', async route => {
    expect(await statusFor(who, (asks[route] as (who: Who) => Ask)(who))).toBe(granted[route] ?? 200)
  })

  test.each(signedIn)('may call %s only when signed in', async route => {
    const person = who === 'nobody' ? undefined : route === 'closeSession' ? await world.someone(who) : people[who]
    const due = who === 'nobody' ? 401 : (granted[route] ?? 200)
    expect(await statusFor(who, (asks[route] as (who: Who) => Ask)(who), person)).toBe(due)
  })

  test.each(Object.keys(byPlace))('may call %s for the places held, and for no other', async route => {
    for (const [place, holders] of Object.entries(byPlace[route] ?? {})) {
      const due = who === 'nobody' ? 401 : holders.includes(who) ? 200 : 403
      const got = await statusFor(who, (placeAsks[route] as (place: string) => Ask)(place))
      expect(`${place} ${got}`).toBe(`${place} ${due}`)
    }
  })
})
