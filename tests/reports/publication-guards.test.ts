import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import {
  findLivePublication,
  insertPublication,
  type NewCopy,
  type PublicationRow,
} from '@huiyin/db/reports/publication-queries.ts'
import { listCopiesToClear } from '@huiyin/db/reports/published-queries.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chat } from '../photos/pictures.ts'
import type { Someone } from '../support/world.ts'
import { type Matter, openPublishing } from './publishing.ts'

/** What nobody sees from a page: the last word of the database while a page was open, and who looks after the copies. */
let town: Awaited<ReturnType<typeof openPublishing>>
const who = (openid: string) => town.people[openid] as Someone
const db = () => town.world.outside.db
beforeAll(async () => {
  town = await openPublishing()
})
beforeEach(() => rowsOf(db(), sql`update publications set state = 'withdrawn'`))
afterAll(() => town.world.close())

/** As the verb writes it, after it has asked everything. */
const writes = async (matter: Matter): Promise<boolean> => {
  const row: Omit<PublicationRow, 'state' | 'clearedAt'> = {
    ...{ id: randomUUID(), reportId: matter.id, consentId: matter.consentId, kind: 'water', village: '柳塘村' },
    ...{ month: '2026-11', inputHash: 'x', publishedAt: town.world.clock.now, words: null },
  }
  const copy = (photoId: string, side: 'before' | 'after'): NewCopy => ({
    ...{ id: randomUUID(), photoId, side, rects: [], storageKey: randomUUID(), fullHash: 'x', thumbHash: 'y' },
  })
  const copies = [copy(matter.before, 'before'), copy(matter.after, 'after')]
  return insertPublication(db(), row, copies, { actorId: who('officer').id, actor: '网格办 郑海' }, [])
}
const allowed = async () => {
  const matter = await town.mended()
  await town.allow(matter)
  return matter
}

test('what changes while the office has the page open has the last word: nothing is published', async () => {
  const takenBack = await allowed()
  await town.revoke(takenBack)
  expect(await writes(takenBack)).toBe(false)
  const opened = await allowed()
  await who('resident').call('reopenReport', { id: opened.id, eventId: randomUUID() })
  expect(await writes(opened)).toBe(false)
  const judged = await allowed()
  for (const state of ['waiting', 'asked', 'review', 'risky', 'none']) {
    await town.judge(judged.after, state)
    expect(await writes(judged), state).toBe(false)
  }
  await town.judge(judged.after, 'pass')
  expect(await writes({ ...judged, id: opened.id })).toBe(false)
  expect(await writes({ ...judged, before: randomUUID() })).toBe(false)
  expect(await findLivePublication(db(), judged.id)).toBeUndefined()
  expect(await writes(judged)).toBe(true)
  expect(await writes(judged)).toBe(false)
})

test('a long picture is none of a place: it is not offered, and not copied', async () => {
  const matter = await allowed()
  const photo = await who('resident').upload(randomUUID(), await chat(1080, 5000))
  expect(photo.more).toHaveLength(2)
  const desk = () => who('officer').call('getPublication', { id: matter.id })
  expect((await desk()).before.map(it => it.photo.id)).toEqual([matter.before])
  await rowsOf(
    db(),
    sql`update photos set storage_key = (select storage_key from photos where id = ${photo.id}::uuid) where id = ${matter.before}::uuid`,
  )
  expect((await desk()).before).toEqual([])
  await expect(town.publish(matter)).rejects.toMatchObject({ problem: { code: 'not-found' } })
})

test('only photos of the last solution may be shown: what did not hold is no picture of the mended', async () => {
  const matter = await town.mended()
  const step = () => ({ id: matter.id, eventId: randomUUID() })
  await who('resident').call('reopenReport', step())
  await who('lead').call('acceptReport', step())
  const again = await who('lead').upload()
  await who('lead').call('resolveReport', { ...step(), words: '这次修好了', photoIds: [again.id] })
  await who('resident').call('confirmReport', { ...step(), rating: 'good' })
  const desk = await who('officer').call('getPublication', { id: matter.id })
  expect(desk.after.map(it => it.photo.id)).toEqual([again.id])
  expect(desk.before.map(it => it.photo.id)).toEqual([matter.before])
})

test('what showed a matter mended that was not goes for good, and does not come back with the next closing', async () => {
  const matter = await town.published()
  const step = () => ({ id: matter.id, eventId: randomUUID() })
  const shown = async () =>
    (await who('neighbour').call('listPublished', { limit: 50 })).items.some(it => it.id === matter.publicationId)
  expect(await shown()).toBe(true)
  town.world.clock.forward(1)
  await who('resident').call('reopenReport', step())
  expect(await findLivePublication(db(), matter.id)).toBeUndefined()
  expect((await listCopiesToClear(db(), 50)).map(it => it.id)).toContain(matter.publicationId)
  await who('lead').call('acceptReport', step())
  const again = await who('lead').upload()
  await who('lead').call('resolveReport', { ...step(), words: '这次修好了', photoIds: [again.id] })
  await who('resident').call('confirmReport', { ...step(), rating: 'good' })
  expect(await shown()).toBe(false)
  // Whoever published at the very moment of the reopening shows nothing either.
  await rowsOf(db(), sql`update publications set state = 'public' where id = ${matter.publicationId}::uuid`)
  expect(await shown()).toBe(false)
  const events = await rowsOf(
    db(),
    sql`select event, state, actor from publication_events where publication_id = ${matter.publicationId}::uuid order by at`,
  )
  expect(events.at(-1)).toEqual({ event: 'unpublish', state: 'withdrawn', actor: '居民' })
})

test('a second person may complain of what the office has restored', async () => {
  const it = await town.published()
  const complaint = () => ({ id: it.publicationId, eventId: randomUUID(), reason: 'person' as const })
  await who('neighbour').call('complainPublished', complaint())
  await who('officer').call('restorePublication', { id: it.id, eventId: randomUUID() })
  expect(await who('lead').call('complainPublished', complaint())).toMatchObject({ state: 'hidden' })
  const { publication } = await who('officer').call('getPublication', { id: it.id })
  expect(publication?.complaints).toHaveLength(2)
})

test('when she takes her consent back, the office’s own links to the copies are dead too', async () => {
  const it = await town.published()
  const { publication } = await who('officer').call('getPublication', { id: it.id })
  const link = publication?.after.url ?? ''
  expect((await town.world.anybody(link)).status).toBe(200)
  await town.revoke(it)
  expect((await town.world.anybody(link)).status).toBe(404)
})

test('copies are taken out of the store once, so that old ones never keep the new ones waiting', async () => {
  const it = await town.published()
  await town.revoke(it)
  expect((await listCopiesToClear(db(), 50)).map(row => row.id)).toContain(it.publicationId)
  await town.world.api.chores()
  expect(await listCopiesToClear(db(), 50)).toEqual([])
})
