import { randomUUID } from 'node:crypto'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../support/picture.ts'
import { openWorld, refusal, type Someone, tap, type World } from '../support/world.ts'
import { asks, claims } from './asking.ts'

let world: World
let resident: Someone
let adviser: Someone
beforeAll(async () => {
  world = await openWorld({ env: { PUBLIC_URL: 'https://town.example' } })
  resident = await world.someone('resident')
  adviser = await world.someone('adviser')
})
afterAll(() => world.close())

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj')
const send = (who: Someone, id: string, bytes: Uint8Array) => {
  const form = new FormData()
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'x', { type: 'application/octet-stream' }))
  return who.fetch(`/api/files/${id}`, { method: 'POST', body: form })
}
const filesOf = async (who: Someone, id: string) => (await who.call('getQuestion', { id })).texts[0]?.files

test('a photo and a PDF go with a question, before it is asked or after, and come back to who may read it', async () => {
  const [early, late] = [randomUUID(), randomUUID()]
  expect((await send(resident, early, await photo())).status).toBe(201)
  const id = await asks(resident, { fileIds: [early, late] })
  expect(await filesOf(resident, id)).toMatchObject([
    { id: early, kind: 'photo' },
    { id: late, kind: null, url: null },
  ])
  expect((await send(resident, late, pdf)).status).toBe(201)
  await claims(adviser, id)
  const [picture, document] = (await filesOf(adviser, id)) ?? []
  const thumb = await world.anybody(picture?.thumbUrl ?? '')
  expect(thumb.headers.get('content-type')).toBe('image/jpeg')
  expect((await thumb.arrayBuffer()).byteLength).toBeGreaterThan(100)
  const got = await world.anybody(document?.url ?? '')
  expect(got.headers.get('content-disposition')).toContain('attachment')
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(pdf)
})

test('the platform is asked about none of them', async () => {
  await send(resident, randomUUID(), await photo())
  await world.settle()
  await world.api.chores()
  expect(world.wechat.control.checks()).toEqual([])
})

test('the same bytes again get the same answer, others are refused, and so is what is neither photo nor PDF', async () => {
  const id = randomUUID()
  const first = await (await send(resident, id, pdf)).json()
  expect(await (await send(resident, id, pdf)).json()).toEqual(first)
  expect((await send(resident, id, await photo())).status).toBe(422)
  for (const text of ['<svg onload=alert(1)>', 'GIF89a', 'MZ', '<html>%PDF-'])
    expect((await send(resident, randomUUID(), new TextEncoder().encode(text))).status).toBe(415)
})

test('nobody attaches a file of somebody else, nor one file to two questions', async () => {
  const other = await world.someone('neighbour')
  const id = randomUUID()
  await send(resident, id, pdf)
  expect(await refusal(asks(other, { fileIds: [id] }))).toBe('not-found')
  expect((await other.call('listMyQuestions', {})).items).toEqual([])
  await asks(resident, { fileIds: [id] })
  expect(await refusal(asks(resident, { fileIds: [id] }))).toBe('not-found')
  expect((await send(other, id, pdf)).status).toBe(404)
})

test('a link is good for some minutes and for its size alone', async () => {
  const id = randomUUID()
  const { url, thumbUrl } = (await (await send(resident, id, await photo())).json()) as {
    url: string
    thumbUrl: string
  }
  expect((await world.anybody(url)).status).toBe(200)
  expect((await world.anybody(thumbUrl.replace('/thumb', '/full'))).status).toBe(404)
  world.clock.forward(11)
  expect((await world.anybody(url)).status).toBe(404)
})

test('a file that no question ever names is cleared after two days, its bytes with it', async () => {
  const own = await openWorld()
  const she = await own.someone('she')
  const [kept, left] = [randomUUID(), randomUUID()]
  for (const id of [kept, left]) expect((await send(she, id, pdf)).status).toBe(201)
  const question = await asks(she, { fileIds: [kept] })
  own.clock.forward(3 * 24 * 60)
  await own.api.chores()
  const [file] = (await filesOf(she, question)) ?? []
  expect(file?.kind).toBe('pdf')
  expect((await own.anybody(file?.url ?? '')).status).toBe(200)
  expect((await send(she, left, await photo())).status).toBe(201)
  await own.close()
})

const days = (n: number) => n * 24 * 60
const toldOf = async (openid: string, id: string) =>
  (await (await world.someone(openid)).call('listAlerts', { limit: 50 })).items
    .filter(it => it.page.endsWith(id))
    .map(it => it.kind)
    .filter(it => it.includes('files-lost'))

test('of files that never came she is told once, and so is the lawyer who has the question by then', async () => {
  const id = await asks(await world.someone('resident'), { fileIds: [randomUUID(), randomUUID()] })
  world.clock.forward(days(photoLimits.awaitedDays) + 1)
  await claims(await world.someone('adviser'), id)
  for (let n = 0; n < 3; n++) await world.api.chores()
  expect(await toldOf('resident', id)).toEqual(['question-files-lost'])
  expect(await toldOf('adviser', id)).toEqual(['task-question-files-lost'])
  expect(await toldOf('adviser-next', id)).toEqual([])
})

test('of files that came, and of those of a question that is over, nobody is told', async () => {
  const she = await world.someone('resident')
  const [came, gone] = [randomUUID(), randomUUID()]
  const open = await asks(she, { fileIds: [came] })
  expect((await send(she, came, pdf)).status).toBe(201)
  const over = await asks(she, { fileIds: [gone] })
  await she.call('withdrawQuestion', tap(over))
  world.clock.forward(days(photoLimits.awaitedDays) + 1)
  for (let n = 0; n < 2; n++) await world.api.chores()
  expect([await toldOf('resident', open), await toldOf('resident', over)]).toEqual([[], []])
})

test('who has asked in danger is told nothing that another could read off her screen', async () => {
  const id = await asks(await world.someone('in-danger'), { fileIds: [randomUUID()], danger: true })
  world.clock.forward(days(photoLimits.awaitedDays) + 1)
  for (let n = 0; n < 2; n++) await world.api.chores()
  const kinds = (await (await world.someone('in-danger')).call('listAlerts', { limit: 50 })).items
    .filter(it => it.page.endsWith(id))
    .map(it => it.kind)
  expect(new Set(kinds)).toEqual(new Set(['question-quiet']))
})
