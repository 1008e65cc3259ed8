import { randomUUID } from 'node:crypto'
import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { noise } from '@huiyin/tests/photos/pictures.ts'
import { memoryStore } from '@huiyin/tests/support/memory-store.ts'
import { photo } from '@huiyin/tests/support/picture.ts'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** On both databases: the main path of its room. */

let world: World
let resident: Someone
let broken = false
const kept = memoryStore()
const names: string[] = []
const store: PhotoStore = {
  ...kept,
  put: async (key, bytes) => {
    names.push(key)
    if (broken) throw new Error('ENOSPC: no space left on device')
    return kept.put(key, bytes)
  },
}
beforeAll(async () => {
  world = await openWorld({ photoStore: store })
  resident = await world.someone('resident')
})
beforeEach(() => {
  broken = false
})
afterAll(() => world.close())

const bothOf = async (bytes: Uint8Array) => {
  const { url, thumbUrl } = await resident.upload(undefined, bytes)
  const get = async (link: string | null) => Buffer.from(await (await world.anybody(link ?? '')).arrayBuffer())
  return { full: await get(url), thumb: await get(thumbUrl) }
}

const telling = {
  IFD0: { Make: 'SECRETPHONE', Model: 'SERIAL-12345', Copyright: '王秀英' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '117/1 12/1 0/1' },
}

test('where and with what a photo was taken is gone from both sizes', async () => {
  const told = await sharp(await noise(2000, 1500))
    .withExif(telling)
    .keepIccProfile()
    .jpeg()
    .toBuffer()
  expect(told.includes('SECRETPHONE')).toBe(true)
  for (const picture of Object.values(await bothOf(told))) {
    const { exif, xmp, iptc, comments } = await sharp(picture).metadata()
    expect({ exif, xmp, iptc, comments }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      comments: undefined,
    })
    expect(picture.includes('SECRETPHONE') || picture.includes('SERIAL')).toBe(false)
    expect(picture.includes('Exif')).toBe(false)
  }
})

test.each([
  ['a web page', '<html><script>alert(document.domain)</script>'],
  ['a program for the server', '<?php system($_GET["c"]); ?>'],
  ['a zip', 'PK\u0003\u0004evil.class'],
])('%s hidden behind a photo is cut off', async (_, tail) => {
  const { full, thumb } = await bothOf(Buffer.concat([await photo(), Buffer.from(tail)]))
  for (const picture of [full, thumb]) {
    expect(picture.includes(tail.slice(0, 8))).toBe(false)
    expect([...picture.subarray(-2)]).toEqual([0xff, 0xd9])
  }
})

test('a comment inside a photo is gone too', async () => {
  const plain = Buffer.from(await photo())
  const words = Buffer.from('<script>alert(1)</script>')
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words])
  const { full } = await bothOf(Buffer.concat([plain.subarray(0, 2), comment, plain.subarray(2)]))
  expect(full.includes('<script>')).toBe(false)
})

test('both sizes are upright, the large one no smaller than can be read, the small one at most 320 pixels, and never larger than they came', async () => {
  const lying = await sharp(await noise(2400, 1200))
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { full, thumb } = await bothOf(lying)
  expect(await sharp(full).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 2160 })
  expect(await sharp(thumb).metadata()).toMatchObject({ format: 'jpeg', width: 160, height: 320 })
  const small = await bothOf(await noise(200, 100))
  expect(await sharp(small.full).metadata()).toMatchObject({ width: 200, height: 100 })
})

test.each(['png', 'webp'] as const)('a %s with a clear background becomes a JPEG on white', async format => {
  const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#0000' } })
    [format]()
    .toBuffer()
  const { full } = await bothOf(clear)
  const { data } = await sharp(full).raw().toBuffer({ resolveWithObject: true })
  expect((await sharp(full).metadata()).format).toBe('jpeg')
  expect(data[0]).toBeGreaterThan(250)
})

test('the same photo sent again is the same; another under its name is refused, and the first one stays', async () => {
  const id = randomUUID()
  const [one, two] = [await noise(300, 200), await noise(300, 210)]
  const first = await resident.upload(id, one)
  const files = names.length
  expect(await resident.upload(id, one)).toEqual(first)
  expect(await refusal(resident.upload(id, two))).toBe('id-reused')
  expect(names.length).toBe(files)
  const bytes = Buffer.from(await (await world.anybody(first.url ?? '')).arrayBuffer())
  expect((await sharp(bytes).metadata()).height).toBe(200)
})

test('a photo sent four times at once is kept once, and all four hear the same', async () => {
  const id = randomUUID()
  const bytes = await noise(300, 220)
  const answers = await Promise.all([1, 2, 3, 4].map(() => resident.upload(id, bytes)))
  expect(answers).toEqual(answers.map(() => answers[0]))
  const others = await Promise.allSettled(
    [await noise(310, 220), await noise(320, 220)].map(it => resident.upload(id, it)),
  )
  expect(others.map(it => it.status)).toEqual(['rejected', 'rejected'])
  expect((await world.anybody(answers[0]?.thumbUrl ?? '')).status).toBe(200)
})

test('a full store tells the resident to try again, keeps no half photo, and takes it later', async () => {
  const id = randomUUID()
  const reportId = randomUUID()
  await resident.call('fileReport', { id: reportId, photoIds: [id], buildingId: 't001v1g1b1' })
  broken = true
  expect(await refusal(resident.upload(id))).toBe('busy')
  expect(await before(reportId)).toMatchObject([{ id, state: 'awaited', url: null }])
  broken = false
  expect((await resident.upload(id)).state).toBe('stored')
})

const before = async (id: string) => (await resident.call('getReport', { id })).before

test('names in the store tell nothing: not the id, not the person, not the name of the file', async () => {
  const { id } = await resident.upload()
  for (const name of names) {
    expect(name).toMatch(/^\d{4}-\d\d\/[\w-]{43}(\.thumb)?\.jpg$/)
    expect(name).not.toContain(id)
  }
})
