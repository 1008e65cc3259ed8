import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone } from '../support/world.ts'
import { openPublishing } from './publishing.ts'

/** How a publication ends, or pauses: by the reporter, by a complaint, by the office, by the matter itself. At once, and with its links. */
let town: Awaited<ReturnType<typeof openPublishing>>
let it: Awaited<ReturnType<typeof town.published>>
let links: string[]
const who = (openid: string) => town.people[openid] as Someone
const tap = () => ({ id: it.id, eventId: randomUUID() })
const complaint = (reason: 'person' | 'untrue' | 'other' = 'person') => ({
  ...{ id: it.publicationId, eventId: randomUUID(), reason },
})

beforeAll(async () => {
  town = await openPublishing()
})
beforeEach(async () => {
  await rowsOf(town.world.outside.db, sql`update publications set state = 'withdrawn'`)
  it = await town.published()
  const [item] = await town.seen()
  links = [item?.before.url, item?.before.thumbUrl, item?.after.url, item?.after.thumbUrl] as string[]
})
afterAll(() => town.world.close())

const statuses = async () => {
  const answers = await Promise.all(links.map(link => town.world.anybody(link)))
  return [...new Set(answers.map(answer => answer.status))]
}
const isGone = async () => {
  expect(await town.seen()).toEqual([])
  expect(await statuses()).toEqual([404])
}
const isSeen = async () => {
  expect((await town.seen()).map(item => item.id)).toEqual([it.publicationId])
  expect(await statuses()).toEqual([200])
}

test('the reporter takes her consent back: it is gone at once, links and bytes too, and stays gone', async () => {
  const reporter = who('resident')
  const before = await reporter.call('getPublication', { id: it.id })
  expect(before.can).toEqual(['revoke'])
  expect(await town.revoke(it)).toMatchObject({ id: it.consentId, withdrawnAt: expect.any(String) })
  await isGone()
  expect(await town.revoke(it)).toMatchObject({ withdrawnAt: town.world.clock.now.toISOString() })
  expect(await refusal(town.publish(it))).toBe('no-consent')
  const keys = await rowsOf<{ key: string }>(
    town.world.outside.db,
    sql`select storage_key as key from publication_photos where publication_id = ${it.publicationId}::uuid`,
  )
  await town.world.api.chores()
  for (const { key } of keys) {
    expect(await town.world.outside.photoStore.get(`${key}.jpg`)).toBeUndefined()
    expect(await town.world.outside.photoStore.get(`${key}.thumb.jpg`)).toBeUndefined()
  }
  expect(await reporter.call('getPublication', { id: it.id })).toMatchObject({ consent: null, can: ['allow'] })
  expect((await reporter.call('getReport', { id: it.id })).before).toMatchObject([{ state: 'stored' }])
})

test('who has taken it back may give it again, and then it may be published again', async () => {
  await town.revoke(it)
  const again = { ...it, consentId: randomUUID() }
  await town.allow(again)
  await town.publish(again)
  expect(await town.seen()).toHaveLength(1)
  expect(await town.allow(it)).toMatchObject({ id: it.consentId, withdrawnAt: expect.any(String) })
})

test('a consent counts once, is hers alone, and comes with the end of the matter', async () => {
  const open = await town.mended({ confirm: false })
  expect(await town.allow(open)).toEqual(await town.allow(open))
  expect((await town.allow({ ...open, consentId: randomUUID() })).id).toBe(open.consentId)
  const neighbour = who('neighbour')
  const hers = { id: it.id, consentId: it.consentId }
  expect(await refusal(neighbour.call('revokePublication', hers))).toBe('not-found')
  expect(await refusal(who('officer').call('revokePublication', hers))).toBe('not-allowed')
  expect(await refusal(who('resident').call('revokePublication', { ...hers, id: open.id }))).toBe('not-found')
  const fresh = randomUUID()
  await who('resident').call('fileReport', { id: fresh, words: '路灯不亮', buildingId: 't001v1g1b1' })
  expect(await refusal(town.allow({ ...open, id: fresh, consentId: randomUUID() }))).toBe('wrong-state')
  const wrong = { id: open.id, consentId: randomUUID(), version: '2020-01' } as never
  expect(await refusal(who('resident').call('allowPublication', wrong))).toBe('bad-input')
  await isSeen()
})

test('a complaint hides it at once and calls the township office; the office looks and restores it', async () => {
  const officer = who('officer')
  const said = complaint('untrue')
  expect(await who('neighbour').call('complainPublished', said)).toEqual({ id: it.publicationId, state: 'hidden' })
  expect(await who('neighbour').call('complainPublished', said)).toEqual({ id: it.publicationId, state: 'hidden' })
  await isGone()
  const [alert] = (await officer.call('listAlerts', {})).items
  expect(alert).toMatchObject({ title: '公示被举报', page: `reports/pages/publish/index?id=${it.id}` })
  const desk = await officer.call('getPublication', { id: it.id })
  expect(desk.publication).toMatchObject({ state: 'hidden', complaints: [{ reason: 'untrue' }] })
  expect((await town.world.anybody(desk.publication?.before.url ?? '')).status).toBe(200)
  expect(await refusal(who('lead').call('restorePublication', tap()))).toBe('not-allowed')
  const restore = tap()
  expect(await officer.call('restorePublication', restore)).toMatchObject({ state: 'public' })
  expect(await officer.call('restorePublication', restore)).toMatchObject({ state: 'public' })
  await isSeen()
})

test('one person is heard once about one publication, and five times a day', async () => {
  const neighbour = await town.world.someone('complainer')
  await neighbour.call('complainPublished', complaint())
  await who('officer').call('restorePublication', tap())
  expect(await neighbour.call('complainPublished', complaint())).toMatchObject({ state: 'public' })
  await isSeen()
  for (let n = 0; n < 3; n++) await neighbour.call('complainPublished', complaint())
  expect(await refusal(neighbour.call('complainPublished', complaint()))).toBe('too-many')
})

test('a complaint needs somebody who is signed in, a reason, and something that is public', async () => {
  const path = `/api/publications/${it.publicationId}/complain`
  expect((await town.world.anybody(path, { method: 'POST' })).status).toBe(401)
  const strange = { ...complaint(), reason: '我不喜欢' } as never
  expect(await refusal(who('neighbour').call('complainPublished', strange))).toBe('bad-input')
  const nowhere = { ...complaint(), id: it.id }
  expect(await refusal(who('neighbour').call('complainPublished', nowhere))).toBe('not-found')
  await town.revoke(it)
  expect(await refusal(who('neighbour').call('complainPublished', complaint()))).toBe('not-found')
})

test.each(['lead', 'officer'])(
  'the %s takes it down, and may publish it anew with other parts hidden',
  async openid => {
    const down = tap()
    expect(await who(openid).call('unpublishReport', down)).toEqual({ id: it.publicationId, state: 'withdrawn' })
    expect(await who(openid).call('unpublishReport', down)).toEqual({ id: it.publicationId, state: 'withdrawn' })
    await isGone()
    expect(await refusal(who(openid).call('unpublishReport', tap()))).toBe('wrong-state')
    await town.publish(it, who(openid))
    expect(await town.seen()).toHaveLength(1)
  },
)

test('a matter that is opened again is not shown as mended', async () => {
  await who('resident').call('reopenReport', tap())
  await isGone()
})

test('nobody but those who answer for the place may look at it, and nobody from the next town', async () => {
  const expected = {
    ...{ neighbour: 'not-found', worker: 'not-allowed', supervisor: 'not-allowed' },
    ...{ 'officer-next-town': 'not-found' },
  }
  for (const [openid, code] of Object.entries(expected)) {
    expect(await refusal(who(openid).call('getPublication', { id: it.id })), openid).toBe(code)
    expect(await refusal(who(openid).call('unpublishReport', tap())), openid).toBe(code)
    expect(await refusal(who(openid).call('restorePublication', tap())), openid).toBe(code)
    expect(await refusal(town.publish(it, who(openid))), openid).toBe(code)
  }
  await isSeen()
  expect((await who('resident').call('getPublication', { id: it.id })).before).toEqual([])
})

test('the reporter hears that her photos are shown', async () => {
  const [alert] = (await who('resident').call('listAlerts', {})).items
  expect(alert).toMatchObject({ title: '处理前后的照片已公示', page: `reports/pages/show/index?id=${it.id}` })
})
