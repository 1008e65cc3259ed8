import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectProblem } from '../support/clear-problem.ts'
import { photo } from '../support/picture.ts'
import { openWorld, type Someone, type World } from '../support/world.ts'
import { noise, pngOf } from './pictures.ts'

let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const stored = () => rowsOf(world.outside.db, sql`select count(*)::int as n from photos where lost is null`)
const send = (body: RequestInit['body'], headers?: Record<string, string>, id: string = randomUUID()) =>
  resident.fetch(`/api/photos/${id}`, { method: 'POST', body, ...(headers && { headers }) })
const named = (bytes: Uint8Array | string, name = 'photo.jpg', type = 'image/jpeg') => {
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name, { type }))
  return form
}
const text = (it: string) => new TextEncoder().encode(it)

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
test.each<[string, Uint8Array]>([
  ['an SVG', text(svg)],
  ['an SVG behind an XML line', text(`<?xml version="1.0"?>${svg}`)],
  ['an SVG that is zipped', gzipSync(svg)],
  ['a GIF', text('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;')],
  ['a web page', text('<!doctype html><script>alert(1)</script>')],
  ['a PDF', text('%PDF-1.7\n1 0 obj\n')],
  ['a zip', Buffer.from('504b0304140000000800', 'hex')],
  ['a program', Buffer.from('7f454c46020101000000', 'hex')],
  ['a Windows program', Buffer.from('4d5a90000300000004000000ffff', 'hex')],
  ['a bitmap', Buffer.from('424d3600000000000000', 'hex')],
  ['a TIFF', Buffer.from('49492a0008000000', 'hex')],
  ['a film', Buffer.from('000000186674797069736f6d', 'hex')],
  ['nothing', new Uint8Array()],
  ['a letter', text('漏水的照片')],
])('%s that calls itself photo.jpg is no photo', async (_, bytes) => {
  const before = await stored()
  await expectProblem(await send(named(bytes)), 'not-a-photo')
  expect(await stored()).toEqual(before)
})

const cutShort = async () => (await noise(900, 700)).subarray(0, 20_000)
test.each<[string, () => Promise<Uint8Array> | Uint8Array, 'photo-unreadable' | 'photo-heic' | 'photo-too-big']>([
  ['a JPEG that breaks off in the middle', cutShort, 'photo-unreadable'],
  ['the first bytes of a JPEG and nothing else', () => Buffer.from('ffd8ffe000104a464946', 'hex'), 'photo-unreadable'],
  [
    'a PNG of torn bytes',
    () => Buffer.concat([pngOf(10, 10).subarray(0, 40), Buffer.alloc(200, 7)]),
    'photo-unreadable',
  ],
  ['a WebP that is none', () => text('RIFF\u0010\u0000\u0000\u0000WEBPVP8 nonsense'), 'photo-unreadable'],
  [
    'a HEIC that is none',
    () => Buffer.concat([Buffer.from('00000018', 'hex'), text('ftypheic0000mif1')]),
    'photo-heic',
  ],
  ['a bomb of 256 million pixels in few bytes', () => pngOf(16_000, 16_000), 'photo-too-big'],
  ['a picture of 51 million pixels', () => pngOf(7_200, 7_100), 'photo-too-big'],
  ['a thread of one pixel by 65,000', () => pngOf(1, 65_000), 'photo-too-big'],
])('%s is refused and nothing is kept', async (_, bytes, code) => {
  const before = await stored()
  await expectProblem(await send(named(await bytes())), code)
  expect(await stored()).toEqual(before)
})

test('a file over 4 MB is too large, told by its length or not', async () => {
  const big = Buffer.concat([await photo(), Buffer.alloc(4 * 1024 * 1024)])
  await expectProblem(await send(named(big)), 'too-large')
  await expectProblem(await send(named(Buffer.alloc(9 * 1024 * 1024))), 'too-large')
  const endless = new ReadableStream({
    pull: controller => controller.enqueue(new Uint8Array(65_536)),
  })
  const answer = await resident.fetch(`/api/photos/${randomUUID()}`, {
    ...{ method: 'POST', body: endless, duplex: 'half' },
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  } as RequestInit)
  await expectProblem(answer, 'too-large')
})

test('a photo that does not come as a form with a file is refused', async () => {
  const bytes = (await photo()) as Uint8Array<ArrayBuffer>
  await expectProblem(await send(bytes, { 'content-type': 'image/jpeg' }), 'wrong-content-type')
  await expectProblem(await send('{}', { 'content-type': 'application/json' }), 'wrong-content-type')
  await expectProblem(await send(bytes, { 'content-type': 'multipart/form-data; boundary=none' }), 'bad-json')
  await expectProblem(await send(bytes, { 'content-type': 'multipart/form-data' }), 'bad-json')
  const words = new FormData()
  words.set('file', '一张照片')
  await expectProblem(await send(words), 'not-a-photo')
  await expectProblem(await send(new FormData()), 'not-a-photo')
  const elsewhere = new FormData()
  elsewhere.set('picture', new File([bytes], 'photo.jpg'))
  await expectProblem(await send(elsewhere), 'not-a-photo')
  await expectProblem(await send(named(bytes), undefined, 'not-an-id'), 'bad-input')
})

test('a name that climbs folders, or lies about its type, changes nothing: the bytes decide', async () => {
  const answer = await send(named(await photo(), '../../etc/cron.d/x.php', 'text/html'))
  expect(answer.status).toBe(201)
  const { url } = (await answer.json()) as { url: string }
  expect((await world.anybody(url)).headers.get('content-type')).toBe('image/jpeg')
})

test('the sixty-first photo of a day has to wait for tomorrow', async () => {
  const collector = await world.someone('collector')
  await rowsOf(
    world.outside.db,
    sql`insert into photos (id, owner_id, state, created_at) select gen_random_uuid(), ${collector.id}::uuid, 'awaited', ${world.clock.now.toISOString()}::timestamptz from generate_series(1, 60)`,
  )
  const upload = () => collector.fetch(`/api/photos/${randomUUID()}`, { method: 'POST', body: form })
  const form = named(await photo())
  const refused = await upload()
  expect(refused.headers.get('retry-after')).toBe('3600')
  await expectProblem(refused, 'too-many')
  world.clock.forward(24 * 60 + 1)
  expect((await upload()).status).toBe(201)
})

test('the bombs of this file are small when they arrive', () => {
  expect(pngOf(16_000, 16_000).length).toBeLessThan(400_000)
})
