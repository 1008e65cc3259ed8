import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '../support/office.ts'
import { openWorld, routes, type Someone, type World } from '../support/world.ts'
import { type Ask, get, send } from './matrix/ask.ts'
import { bookingLaw } from './matrix/booking-law.ts'
import { type Cast, signInAll } from './matrix/matters.ts'
import { officeAsks, soon } from './matrix/office-asks.ts'
import { byPlace, hidden, nothingThere, open, signedIn } from './matrix/place-law.ts'
import { publicationLaw } from './matrix/publication-law.ts'
import { questionLaw } from './matrix/question-law.ts'
import { cast, law, type Who } from './matrix/town-law.ts'

let world: World
let people: Cast
let photoLink: string
/** A call that waits to be made, by the township whose matter it is. */
const callIn = new Map<string, string>()
const askForCall = async (township: string, gridId: string) => {
  const [row] = await rowsOf<{ id: string }>(
    world.outside.db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
      select gen_random_uuid(), gen_random_uuid(), ${gridId}, ${people.worker?.id ?? ''}::uuid, 'phone', 'report-new', '{"number":"1","kind":"漏水","place":"柳塘村"}',
        true, 'waiting', at, at from (select ${world.clock.now.toISOString()}::timestamptz) t(at) returning id`,
  )
  callIn.set(township, row?.id ?? '')
}
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  people = await signInAll(world)
  await askForCall('t001', 't001v1g1')
  await askForCall('t002', 't002v1g1')
  photoLink = (await people.reporter?.upload())?.url ?? ''
})
afterAll(() => world.close())

const upload = (): Ask => {
  const body = new FormData()
  body.set('file', new File(['GIF89a'], 'a.jpg'))
  return { path: `/api/photos/${randomUUID()}`, init: { method: 'POST', body } }
}

/** A right call of each route. The upload is refused for its bytes, and what is not published is not found, after the caller has been let in. */
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
  listPublished: () => get('/api/publications'),
  readFile: () => get(`/api/files/${randomUUID()}/full?until=1&signature=none`),
  listLegalAnswers: () => send('POST', '/api/legal-answers/search', { q: '借条' }),
  getLegalAnswer: () => get(`/api/legal-answers/${randomUUID()}`),
  getReaders: () => get('/api/questions/readers?communityId=t001v1'),
  askQuestion: () =>
    send('POST', '/api/questions', { id: randomUUID(), communityId: 't001v1', words: '借条', ageBand: 'adult' }),
  listMyQuestions: () => get('/api/questions/mine'),
  checkIn: () => send('POST', '/api/check-ins', { id: randomUUID(), place: rooms.legal.code }),
  setSpeechConsent: () => send('PUT', '/api/questions/speech-consent', { agreed: true }),
  storeFile: () => ({ ...upload(), path: `/api/files/${randomUUID()}` }),
  listHeld: () => get('/api/questions/held'),
  listVillageAdvisers: () => get('/api/villages/t001v1/advisers'),
  listSlots: () => get('/api/slots?communityId=t001v1'),
  holdSlot: () =>
    send('POST', '/api/bookings', {
      id: randomUUID(),
      ...{ adviserId: randomUUID(), communityId: 't001v1', startsAt: soon },
    }),
  listMyBookings: () => get('/api/bookings/mine'),
  joinWaitlist: () =>
    send('POST', '/api/waitlist', {
      ...{ id: randomUUID(), communityId: 't001v1', from: '2026-11-29', until: '2026-11-29' },
      // Nobody whose times one could book.
      adviserId: people.worker?.id,
    }),
  listWaitlist: () => get('/api/waitlist'),
  leaveWaitlist: () => ({ path: `/api/waitlist/${randomUUID()}`, init: { method: 'DELETE' } }),
  readCalendar: () => get(`/api/calendars/${'a'.repeat(43)}`),
  readPublished: () => get(`/api/publications/photos/${randomUUID()}/full?until=1&signature=none`),
  complainPublished: () =>
    send('POST', `/api/publications/${randomUUID()}/complain`, { eventId: randomUUID(), reason: 'other' }),
}
const placeAsks: Record<string, (place: string) => Ask> = {
  listDesk: desk => get(`/api/reports/desk?desk=${desk}`),
  countDesk: desk => get(`/api/reports/desk/counts?desk=${desk}`),
  listVisits: desk => get(`/api/visits?desk=${desk}`),
  getDoorCode: code => get(`/api/places/${code}/door-code`),
  listCalls: township => get(`/api/alerts/calls?township=${township}`),
  getHealth: township => get(`/api/alerts/health?township=${township}`),
  markCalled: township => send('POST', `/api/alerts/calls/${callIn.get(township) ?? randomUUID()}`, {}),
  listQuestionDesk: township => get(`/api/questions/desk?township=${township}`),
  listAdvisers: township => get(`/api/advisers?township=${township}`),
  listQueue: () => get('/api/questions/queue'),
  ...officeAsks,
  nextQuestion: () => send('POST', '/api/questions/next', {}),
  listParagraphs: () => get('/api/advisers/paragraphs'),
  setParagraphs: () => send('PUT', '/api/advisers/paragraphs', { items: [] }),
  getFigures: () => get('/api/advisers/figures'),
  listAnswerReviews: () => get('/api/legal-answers/reviews'),
  reviewAnswer: () => send('POST', `/api/legal-answers/reviews/${randomUUID()}`, { verdict: 'publish' }),
  recordEmployee: () => send('PUT', '/api/permits/employee', { accepted: true }),
}
const granted: Record<string, number> = {
  ...{ checkIn: 422, joinWaitlist: 201, leaveWaitlist: 404, readCalendar: 404 },
  ...{ openSession: 201, fileReport: 201, storePhoto: 415 },
  ...{ readPublished: 404, complainPublished: 404, readFile: 404, getLegalAnswer: 404 },
  ...{ askQuestion: 201, storeFile: 415, holdSlot: 409 },
  ...{ addLeave: 201, addWalkIn: 201, addOfficePlace: 201 },
}

const statusFor = async (who: Who, ask: Ask, person: Someone | undefined = people[who]) =>
  (await (person?.fetch ?? world.anybody)(ask.path, ask.init)).status

test('every route of the service has its row, in one of the laws', () => {
  const known = [
    ...Object.keys(law),
    ...Object.keys(publicationLaw),
    ...Object.keys(questionLaw),
    ...Object.keys(bookingLaw),
    ...open,
    ...signedIn,
    ...Object.keys(byPlace),
  ]
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
      const due =
        who === 'nobody'
          ? 401
          : holders.includes(who)
            ? (granted[route] ?? 200)
            : hidden.includes(route) || nothingThere[route]?.includes(who)
              ? 404
              : 403
      const got = await statusFor(who, (placeAsks[route] as (place: string) => Ask)(place))
      expect(`${place} ${got}`).toBe(`${place} ${due}`)
    }
  })
})
