import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'

/** Whatever a body claims beyond its contract has no effect: not on the matter, not on the person, not on the service. */
let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  worker = await world.someone('worker')
})
afterAll(() => world.close())

const claims = () => ({
  ...{ state: 'closed', level: 'district', number: '00000000001', seq: 99, returns: 9, reopens: 9, joiners: 99 },
  ...{ ownerId: resident.id, owner_id: resident.id, reporterId: worker.id, actorId: worker.id, actor: '网格员 李秀兰' },
  ...{ gridId: 't002v1g1', communityId: 't002v1', townshipId: 't002', districtId: 'd002', unitId: 'u-estate' },
  ...{ urgency: 'slow', urgencyRule: '没有规则', createdAt: '2020-01-01T00:00:00.000Z', updatedAt: null },
  ...{ dueAt: '2099-01-01T00:00:00.000Z', resolveBy: '2099-01-01T00:00:00.000Z', acceptBy: null, staffOnly: true },
  ...{
    role: 'admin',
    posts: [{ role: 'admin', areaId: 't001' }],
    me: { id: worker.id },
    openid: 'worker',
    personId: worker.id,
  },
  ...{
    name: '李秀兰',
    phone: '13800138000',
    phoneMask: '1',
    token: 'x',
    inputHash: 'x',
    rating: 'good',
    now: 0,
    db: null,
  },
})
const polluted = (body: object) =>
  JSON.stringify({ ...claims(), ...body }).replace(
    /^\{/,
    '{"__proto__":{"role":"admin","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"prototype":{"isAdmin":true},',
  )
const send = (who: Someone, method: string, path: string, body: object) =>
  who.fetch(path, { method, headers: { 'content-type': 'application/json' }, body: polluted(body) })

const rowOf = async (table: string, id: string) => {
  const rows = await rowsOf<Record<string, unknown>>(
    world.outside.db,
    sql`select * from ${sql.identifier(table)} where id = ${id}::uuid`,
  )
  return rows[0] ?? {}
}

test('a new report is nothing but what its reporter may say', async () => {
  const [plain, greedy] = [randomUUID(), randomUUID()]
  const filing = { words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' }
  await resident.call('fileReport', { id: plain, ...filing })
  expect((await send(resident, 'POST', '/api/reports', { id: greedy, ...filing })).status).toBe(201)
  const [a, b] = [await rowOf('reports', plain), await rowOf('reports', greedy)]
  const own = { id: '', number: '', input_hash: '' }
  expect({ ...b, ...own }).toEqual({ ...a, ...own })
})

test('a step of a matter changes nothing but what the step is for', async () => {
  const id = randomUUID()
  await resident.call('fileReport', { id, words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' })
  const before = await rowOf('reports', id)
  const eventId = randomUUID()
  expect((await send(worker, 'POST', `/api/reports/${id}/accept`, { eventId })).status).toBe(200)
  const after = await rowOf('reports', id)
  const moved = { state: 'accepted', seq: 1, owner_id: worker.id, hand_id: worker.id }
  const clock = { due_at: after.due_at, due_for: 'resolve', updated_at: after.updated_at }
  expect(after).toEqual({ ...before, ...moved, ...clock })
  expect(await rowOf('report_events', eventId)).toMatchObject({
    report_id: id,
    actor_id: worker.id,
    actor: '网格员 李秀兰',
    grid_id: 't001v1g1',
    staff_only: false,
  })
})

test('the id in the address counts, not one in the body', async () => {
  const [mine, other] = [randomUUID(), randomUUID()]
  await resident.call('fileReport', { id: mine, words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' })
  await resident.call('fileReport', { id: other, words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' })
  await send(worker, 'POST', `/api/reports/${mine}/accept`, { eventId: randomUUID(), id: other })
  expect(await rowOf('reports', other)).toMatchObject({ state: 'filed' })
  expect(await rowOf('reports', mine)).toMatchObject({ state: 'accepted' })
})

test('nobody becomes somebody else, or an officer, by saying so', async () => {
  const before = await rowOf('people', resident.id)
  const answer = await send(resident, 'PUT', '/api/me/home', { buildingId: 't001v1g1b2' })
  expect(await answer.json()).toMatchObject({ id: resident.id, name: '', posts: [], phone: null })
  expect(await rowOf('people', resident.id)).toEqual({ ...before, home_id: 't001v1g1b2' })
  const code = world.wechat.control.registerLoginCode('newcomer')
  const session = (await (await send(resident, 'POST', '/api/sessions', { code })).json()) as { person: object }
  expect(session.person).toMatchObject({ name: '', posts: [], phone: null })
  expect((await resident.fetch('/api/reports/desk?desk=t001&role=admin&posts=t001')).status).toBe(403)
})

test('marking alerts as read touches only one’s own', async () => {
  await resident.call('fileReport', { id: randomUUID(), words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' })
  const { items, unread } = await worker.call('listAlerts', {})
  const ids = items.map(it => it.id)
  await send(resident, 'POST', '/api/alerts/read', { ids, recipientId: worker.id, personId: worker.id })
  expect((await worker.call('countUnread', {})).unread).toBe(unread)
})

test('permits for somebody else, or of unknown templates, are nobody’s', async () => {
  const body = { id: randomUUID(), results: { nonsense: 'accept', constructor: 'accept' }, left: 99 }
  await send(resident, 'POST', '/api/permits', body)
  const left = async (who: Someone) => (await who.call('listPermits', {})).items.map(it => it.left)
  expect([...(await left(resident)), ...(await left(worker))].every(it => it === 0)).toBe(true)
})

test('no prototype has been changed by all of this', () => {
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  expect(({} as { role?: string }).role).toBeUndefined()
})
