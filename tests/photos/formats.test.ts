import { randomUUID } from 'node:crypto'
import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'
import { noise } from './pictures.ts'

/** What common phones and programs write is taken, by what it is and not by what it is called. */
let world: World
let resident: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
})
afterAll(() => world.close())

const send = async (room: 'photos' | 'files', bytes: Uint8Array, name = 'a.jpg') => {
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  const answer = await resident.fetch(`/api/${room}/${randomUUID()}`, { method: 'POST', body: form })
  const said = (await answer.json()) as { url?: string; kind?: string } & Partial<Problem>
  return answer.ok ? said : { code: said.code }
}
const sizeOf = async (url = '') => {
  const { width, height, format } = await sharp(await (await world.anybody(url)).arrayBuffer()).metadata()
  return { width, height, format }
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s is opened, whatever it is called', async format => {
  const bytes = await sharp(await noise(120, 90))
    .toFormat(format)
    .toBuffer()
  for (const room of ['photos', 'files'] as const)
    expect(await sizeOf((await send(room, bytes, 'document.pdf')).url)).toEqual({
      width: 120,
      height: 90,
      format: 'jpeg',
    })
})

test('a picture of an iPhone that nothing here opens says which setting helps', async () => {
  const heic = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic0000mif1heic')])
  expect(await send('photos', heic)).toEqual({ code: 'photo-heic' })
  expect(await send('files', heic)).toEqual({ code: 'photo-heic' })
})

test('a JPEG about which decoders grumble is taken: strange bytes between its parts', async () => {
  const plain = await noise(300, 200)
  const at = plain.indexOf(Buffer.from('ffc0', 'hex'))
  const grumbling = Buffer.concat([plain.subarray(0, at), Buffer.alloc(3), plain.subarray(at)])
  await expect(sharp(grumbling, { failOn: 'warning' }).raw().toBuffer()).rejects.toThrow()
  expect(await sizeOf((await send('photos', grumbling)).url)).toMatchObject({ width: 300, height: 200 })
})

test('a PDF whose first words stand a little behind its beginning is a PDF; far behind it is not', async () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n')
  expect((await send('files', Buffer.concat([Buffer.from('\ufeff\r\n\r\n'), pdf]))).kind).toBe('pdf')
  expect((await send('files', Buffer.concat([Buffer.alloc(900, 10), pdf]))).kind).toBe('pdf')
  expect(await send('files', Buffer.concat([Buffer.alloc(2000, 10), pdf]))).toEqual({ code: 'not-a-file' })
})

test('what is opened whole may have twenty million pixels, not fifty', async () => {
  const flat = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#8ab' } })
  const progressive = await flat(5400, 4000).jpeg({ progressive: true, quality: 20 }).toBuffer()
  expect(await send('photos', progressive)).toEqual({ code: 'photo-too-big' })
  const inStrips = await flat(5400, 4000).jpeg({ quality: 20 }).toBuffer()
  expect(await sizeOf((await send('photos', inStrips)).url)).toMatchObject({ width: 1600 })
})

test.each([
  ['the picture of a whole screen keeps what is written on it', [1080, 2400], [1080, 2400]],
  ['a wide photo keeps what its shorter side tells', [4000, 2000], [2160, 1080]],
])('%s', async (_, [width = 0, height = 0], kept) => {
  const picture = await sharp({ create: { width, height, channels: 3, background: '#8ab' } })
    .jpeg()
    .toBuffer()
  const size = await sizeOf((await send('photos', picture)).url)
  expect([size.width, size.height]).toEqual(kept)
})
