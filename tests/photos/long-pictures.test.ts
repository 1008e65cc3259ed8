import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import type { Photo } from '@huiyin/shared/photos/photo.ts'
import { pictureLimits } from '@huiyin/shared/photos/picture-limits.ts'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Someone } from '../support/world.ts'
import { openChecking } from './checking.ts'
import { chat } from './pictures.ts'

/** A long picture of a chat is one picture in every respect, and lies in parts that can be read. */
let on: Awaited<ReturnType<typeof openChecking>>
let resident: Someone
let long: Buffer
beforeAll(async () => {
  on = await openChecking()
  long = await chat(1080, 14_000)
})
beforeEach(async () => {
  resident = await on.begin()
})
afterAll(() => on.world.close())

const send = async (room: 'photos' | 'files', bytes: Uint8Array, id: string = randomUUID()) => {
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'a.jpg'))
  const answer = await resident.fetch(`/api/${room}/${id}`, { method: 'POST', body: form })
  await on.world.settle()
  return { status: answer.status, photo: (await answer.json()) as Photo }
}
const bytesAt = async (url = '') => Buffer.from(await (await on.world.anybody(url)).arrayBuffer())
const partsOf = ({ url, more = [] }: Photo) => Promise.all([url ?? '', ...more].map(bytesAt))

test.each(['photos', 'files'] as const)(
  'of %s each part is no taller and no heavier than it may be, and none is missing',
  async room => {
    const { photo } = await send(room, long)
    const parts = await partsOf(photo)
    const sizes = await Promise.all(parts.map(it => sharp(it).metadata()))
    expect(parts).toHaveLength(6)
    expect(sizes.every(it => it.width === 1080 && it.height <= pictureLimits.longest)).toBe(true)
    expect(sizes.reduce((sum, it) => sum + it.height, 0)).toBe(14_000)
    expect(Math.max(...parts.map(it => it.length))).toBeLessThanOrEqual(pictureLimits.partBytes)
    const thumb = await sharp(await bytesAt(photo.thumbUrl ?? '')).metadata()
    expect(thumb.height).toBe(320)
  },
)

test('what stands in a part is what stood there', async () => {
  const { photo } = await send('photos', long)
  const third = (await partsOf(photo))[2] as Buffer
  const { height } = await sharp(third).metadata()
  const meant = sharp(long).extract({ left: 0, top: 4667, width: 1080, height })
  const [seen, there] = await Promise.all([
    sharp(third).greyscale().raw().toBuffer(),
    meant.greyscale().raw().toBuffer(),
  ])
  const apart = seen.reduce((sum, value, at) => sum + Math.abs(value - (there[at] ?? 0)), 0) / seen.length
  expect(apart).toBeLessThan(4)
})

test('even what hardly compresses is light enough in each part', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const hard = await sharp({ create: { width: 1080, height: 4800, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 55 })
    .toBuffer()
  const parts = await partsOf((await send('photos', hard)).photo)
  expect(Math.max(...parts.map(it => it.length))).toBeLessThanOrEqual(pictureLimits.partBytes)
})

test('it is one photo: one row, one of the day, the same again, and other bytes refused', async () => {
  const id = randomUUID()
  const first = await send('photos', long, id)
  const again = await send('photos', long, id)
  expect([first.status, again.status, again.photo.more?.length]).toEqual([201, 201, 5])
  expect((await send('photos', await chat(1080, 5000), id)).status).toBe(422)
  const [rows] = await rowsOf<{ n: number }>(on.world.outside.db, sql`select count(*)::int as n from photos`)
  expect(rows?.n).toBe(1)
})

test('a part that is not there is not found, in photos as in files', async () => {
  for (const room of ['photos', 'files'] as const) {
    const { photo } = await send(room, long)
    expect((await on.world.anybody(`${photo.url}&part=7`)).status).toBe(404)
    expect((await on.world.anybody(`${photo.url}&part=0`)).status).toBe(400)
    const { photo: short } = await send(room, await chat(1080, 1200))
    expect([short.more, (await on.world.anybody(`${short.url}&part=2`)).status]).toEqual([undefined, 404])
  }
})

/** What WeChat says of the part that it was asked about last. */
const hear = async (id: string, suggest: string) => {
  await on.hear({ trace_id: (await on.checkOf(id)).trace, errcode: 0, result: { suggest } })
  await on.passMinutes(1)
}
const askedParts = () => on.questions().map(it => Number(new URL(it.media_url).searchParams.get('part') ?? 1))

test('WeChat looks at one part after another, and only when all have passed has the picture passed', async () => {
  const { photo } = await send('photos', await chat(1080, 7000))
  for (const part of [1, 2]) {
    expect(await on.checkOf(photo.id)).toMatchObject({ state: 'asked', tries: 1 })
    expect(askedParts().at(-1)).toBe(part)
    await hear(photo.id, 'pass')
  }
  await hear(photo.id, 'pass')
  expect([askedParts(), await on.checkOf(photo.id)]).toMatchObject([[1, 2, 3], { state: 'pass' }])
})

test('a part that is risky makes the picture risky, and no further part is asked about', async () => {
  const { photo } = await send('photos', await chat(1080, 7000))
  await hear(photo.id, 'pass')
  await hear(photo.id, 'risky')
  await on.passMinutes(5)
  expect([askedParts(), await on.checkOf(photo.id)]).toMatchObject([[1, 2], { state: 'risky' }])
})
