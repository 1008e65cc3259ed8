import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone } from '../support/world.ts'
import { type Matter, openPublishing } from './publishing.ts'

/** Before and after, shown to all: only by the reporter's own word, only what passed, only copies with faces and plates gone. */
let town: Awaited<ReturnType<typeof openPublishing>>
let officer: Someone
let lead: Someone
let matter: Matter
beforeAll(async () => {
  town = await openPublishing()
  officer = town.people.officer as Someone
  lead = town.people.lead as Someone
})
beforeEach(async () => {
  await rowsOf(town.world.outside.db, sql`update publications set state = 'withdrawn'`)
  matter = await town.mended({ tookMinutes: 26 * 60 + 59 })
})
afterAll(() => town.world.close())

const bytes = async (link: string) => new Uint8Array(await (await town.world.anybody(link)).arrayBuffer())
const originalOf = async (photoId: string) => {
  const [row] = await rowsOf<{ key: string }>(
    town.world.outside.db,
    sql`select storage_key as key from photos where id = ${photoId}::uuid`,
  )
  return (await town.world.outside.photoStore.get(`${row?.key}.jpg`)) as Uint8Array
}
/** How much the brightness changes from one pixel to the next in a part of the picture, on the average. */
const roughness = async (picture: Uint8Array, { x, y, width, height }: typeof town.rect) => {
  const { width: w, height: h } = await sharp(picture).metadata()
  const part = {
    left: Math.round(x * w),
    top: Math.round(y * h),
    width: Math.round(width * w),
    height: Math.round(height * h),
  }
  const pixels = await sharp(picture).extract(part).greyscale().raw().toBuffer()
  let sum = 0
  for (let at = 1; at < pixels.length; at++) sum += Math.abs((pixels[at] as number) - (pixels[at - 1] as number))
  return sum / pixels.length
}

test.each(['officer', 'lead'])(
  'with consent the %s publishes, and everybody sees kind, village, month, two pictures, what was done and how long it took',
  async who => {
    await town.allow(matter)
    expect(await town.publish(matter, town.people[who])).toMatchObject({ state: 'public' })
    const [item, ...more] = await town.seen()
    expect(more).toEqual([])
    const links = { url: expect.stringMatching(/^\/api\/publications\/photos\//), thumbUrl: expect.any(String) }
    expect(item).toEqual({
      ...{ id: expect.any(String), kind: 'water', village: '柳塘村', month: '2026-11' },
      ...{ before: links, after: links, words: '已修好', tookHours: 26, thanks: 0 },
    })
    expect(JSON.stringify(item)).not.toContain(matter.id)
    for (const link of [item?.before.url, item?.before.thumbUrl, item?.after.url, item?.after.thumbUrl]) {
      const answer = await town.world.anybody(link ?? '')
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  },
)

test('in a hidden part nothing is left of the picture, and the rest of it is as it was', async () => {
  await town.allow(matter)
  await town.publish(matter)
  const [item] = await town.seen()
  const original = await originalOf(matter.before)
  const corner = { x: 0, y: 0, width: 0.2, height: 0.2 }
  for (const link of [item?.before.url, item?.before.thumbUrl]) {
    const copy = await bytes(link ?? '')
    const small = await sharp(original)
      .resize((await sharp(copy).metadata()).width)
      .jpeg({ quality: 80 })
      .toBuffer()
    expect(await roughness(small, town.rect)).toBeGreaterThan(10)
    expect(await roughness(copy, town.rect)).toBeLessThan(1)
    expect(await roughness(copy, corner)).toBeGreaterThan((await roughness(small, corner)) * 0.8)
  }
  const untouched = await bytes(item?.after.url ?? '')
  expect(await roughness(untouched, town.rect)).toBeGreaterThan(10)
  expect(Buffer.from(untouched).equals(Buffer.from(await originalOf(matter.after)))).toBe(false)
})

test('a public link opens its copy and never the photo behind it', async () => {
  await town.allow(matter)
  await town.publish(matter)
  const link = (await town.seen())[0]?.before.url ?? ''
  const copyId = link.split('/')[4] as string
  const query = link.split('?')[1]
  const changed = [
    link.replace(copyId, matter.before),
    `/api/photos/${matter.before}/full?${query}`,
    `/api/photos/${copyId}/full?${query}`,
    link.replace('/full', '/review'),
    link.replace('/full', '/thumb'),
  ]
  for (const other of changed) expect((await town.world.anybody(other)).status, other).toBe(404)
  const own = (await officer.call('getReport', { id: matter.id })).before[0]?.url ?? ''
  expect((await town.world.anybody(own.replace('/photos/', '/publications/photos/'))).status).toBe(404)
})

test('parts at the very edge, over each other, and of the whole picture are hidden', async () => {
  await town.allow(matter)
  const rects = [
    { x: 0.995, y: 0.995, width: 0.005, height: 0.005 },
    { x: 0, y: 0, width: 1, height: 1 },
    { x: 0.1, y: 0.1, width: 0.3, height: 0.3 },
  ]
  await officer.call('publishReport', town.choice(matter, rects))
  const [item] = await town.seen()
  expect(await roughness(await bytes(item?.before.url ?? ''), { x: 0, y: 0, width: 1, height: 1 })).toBeLessThan(1)
})

test('one tap that arrives twice publishes once; two people at once publish once', async () => {
  await town.allow(matter)
  const choice = town.choice(matter)
  const twice = await Promise.all([1, 2].map(() => officer.call('publishReport', choice)))
  expect(twice[0]).toEqual(twice[1])
  expect(await refusal(officer.call('publishReport', { ...town.choice(matter, []), eventId: choice.eventId }))).toBe(
    'id-reused',
  )
  expect(await refusal(lead.call('publishReport', choice))).toBe('not-found')
  expect(await refusal(lead.call('publishReport', town.choice(matter)))).toBe('wrong-state')
  expect(await town.seen()).toHaveLength(1)
})

test('the list goes on page by page, the newest first', async () => {
  const ids: string[] = []
  for (let n = 0; n < 3; n++) {
    town.world.clock.forward(1)
    ids.unshift((await town.published()).publicationId)
  }
  const first = await officer.call('listPublished', { limit: 2 })
  const second = await officer.call('listPublished', { limit: 2, cursor: first.next })
  expect([...first.items, ...second.items].map(it => it.id)).toEqual(ids)
  expect(second.next).toBeUndefined()
})

test('what was hidden where, and by whom it was published, is written down once and for all', async () => {
  await town.allow(matter)
  const { id } = await town.publish(matter)
  const { db } = town.world.outside
  const rows = await rowsOf(
    db,
    sql`select rects from publication_photos where publication_id = ${id}::uuid and side = 'before'`,
  )
  expect(rows).toEqual([{ rects: [town.rect] }])
  const steps = await rowsOf(
    db,
    sql`select e.event, e.actor, p.name from publication_events e join people p on p.id = e.actor_id where publication_id = ${id}::uuid`,
  )
  expect(steps).toEqual([{ event: 'publish', actor: '网格办', name: '郑海' }])
  await expect(rowsOf(db, sql`update publication_events set actor = '别人'`)).rejects.toThrow()
  await expect(rowsOf(db, sql`delete from publication_events`)).rejects.toThrow()
})
