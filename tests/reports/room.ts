import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ids, places, text } from '../support/anything.ts'
import { get, send } from '../support/ask.ts'
import { townships, type Who } from '../support/cast.ts'
import type { TestRoom } from '../support/test-room.ts'
import type { World } from '../support/world.ts'
import { brokenInvariants } from './invariants.ts'
import { publicationLaw } from './publication-law.ts'
import { law } from './report-law.ts'

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
  t001v1g1b1: ['chief'],
  nowhere: [],
}

const fields: TestRoom['fields'] = {
  ...{ id: ids, eventId: fc.oneof(ids, fc.uuid()), photoIds: fc.array(ids, { maxLength: 11 }) },
  ...{ words: text, placeWords: text, reason: text, buildingId: places, gridId: places },
  desk: fc.oneof(places, fc.constantFrom('u-water')),
  unitId: fc.constantFrom('u-water', 'u-estate', 'u-water-2', 'none'),
  point: fc.record({ lng: fc.double({ min: 117, max: 117.4 }), lat: fc.double({ min: 31.3, max: 31.6 }) }),
  show: fc.constantFrom('open', 'waiting', 'working', 'late', 'all'),
  kind: fc.constantFrom('water', 'other', 'none'),
  ...{ danger: fc.boolean(), calm: fc.boolean(), staffOnly: fc.boolean(), hours: fc.integer({ min: -2, max: 2000 }) },
  rating: fc.constantFrom('good', 'poor', 'none'),
  result: fc.constantFrom('solved', 'not-solved', 'unreachable', 'none'),
  ...{ source: fc.constantFrom('resident', 'patrol', 'none'), forPhone: text, agreed: fc.boolean() },
  unseen: fc.constantFrom('inside', 'nothing', 'none'),
  answer: fc.constantFrom('fine', 'broken', 'none'),
  ...{ consentId: ids, version: fc.constantFrom('2026-11', '2026-12', 'none'), thankId: ids, looked: fc.boolean() },
  photos: fc.array(
    fc.record({
      photoId: ids,
      side: fc.constantFrom('before', 'after'),
      rects: fc.array(fc.record({ x: fc.double(), y: fc.double(), width: fc.double(), height: fc.double() })),
    }),
    { maxLength: 3 },
  ),
}

/** Six leaks with a photo each; every other one is accepted. */
const fill = async (world: World): Promise<string[]> => {
  const [resident, worker] = [await world.someone('resident'), await world.someone('worker')]
  const known: string[] = []
  for (let n = 0; n < 6; n++) {
    const photo = await resident.upload()
    const [id, eventId] = [randomUUID(), randomUUID()]
    await resident.call('fileReport', { id, words: '水管漏水', photoIds: [photo.id], buildingId: 't001v1g1b1' })
    if (n % 2) await worker.call('acceptReport', { id, eventId })
    known.push(id, eventId, photo.id, (await worker.upload()).id)
  }
  return known
}

export const room: TestRoom = {
  open: {
    listPublished: () => get('/api/publications'),
    getPublished: () => get(`/api/publications/${randomUUID()}`),
    readPublished: () => get(`/api/publications/photos/${randomUUID()}/full?until=1&signature=none`),
  },
  signedIn: {
    fileReport: () => send('POST', '/api/reports', { id: randomUUID(), words: '路灯不亮', buildingId: 't001v1g1b1' }),
    listNearby: () => get('/api/reports/nearby?buildingId=t001v1g1b1'),
    listMyReports: () => get('/api/reports/mine'),
    thankPublished: () => send('POST', `/api/publications/${randomUUID()}/thanks`, { thankId: randomUUID() }),
    listMyThanks: () => get('/api/thanks'),
    withdrawThanks: () => send('DELETE', `/api/publications/${randomUUID()}/thanks/${randomUUID()}`, {}),
    getNextTask: () => get('/api/reports/next'),
    complainPublished: () =>
      send('POST', `/api/publications/${randomUUID()}/complain`, { eventId: randomUUID(), reason: 'other' }),
  },
  byPlace: {
    listDesk: { ask: desk => get(`/api/reports/desk?desk=${desk}`), held: desks },
    countDesk: { ask: desk => get(`/api/reports/desk/counts?desk=${desk}`), held: desks },
    listVisits: { ask: desk => get(`/api/visits?desk=${desk}`), held: townships },
  },
  judged: [...Object.keys(law), ...Object.keys(publicationLaw)],
  // What is not published is not found, after the caller has been let in.
  met: {
    ...{ fileReport: 201, readPublished: 404, getPublished: 404 },
    ...{ complainPublished: 404, thankPublished: 404, withdrawThanks: 404 },
  },
  fields,
  fill,
  broken: brokenInvariants,
  leave: async world => {
    const resident = await world.someone('resident')
    const id = randomUUID()
    await resident.call('fileReport', { id, words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' })
    return async () => (await (await world.someone('resident')).call('getReport', { id })).level !== 'grid'
  },
}
