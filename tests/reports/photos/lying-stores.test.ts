import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStore, s3Store } from '@huiyin/api/core/adapters/photo-store.ts'
import type { Log } from '@huiyin/api/core/outside.ts'
import { expectProblem } from '@huiyin/tests/support/clear-problem.ts'
import { openWorld, outcome, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** What was acknowledged is kept, and what cannot be read now is not therefore gone. */
type Way =
  | 'well'
  | 'well, without a digest'
  | 'says yes and keeps nothing'
  | 'keeps half'
  | 'says yes in HTML'
  | 'is down'
let way: Way = 'well'
const objects = new Map<string, Buffer>()
const noSuchKey = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>'
const page = '<html><body>请先登录</body></html>'

let server: Server
let world: World
let resident: Someone
const errors: string[] = []
const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (_, message) => void errors.push(message) }
const folder = mkdtempSync(join(tmpdir(), 'huiyin-photos-'))

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const key = request.url ?? ''
    if (way === 'is down') return request.socket.destroy()
    if (way === 'says yes in HTML') return response.end(page)
    if (request.method === 'DELETE') return response.writeHead(204).end()
    if (request.method === 'GET') {
      const bytes = objects.get(key)
      return bytes ? response.end(bytes) : response.writeHead(404).end(noSuchKey)
    }
    if (way === 'keeps half') objects.set(key, body.subarray(0, body.length / 2))
    else if (way !== 'says yes and keeps nothing') objects.set(key, body)
    if (way === 'well') response.setHeader('etag', `"${createHash('md5').update(body).digest('hex')}"`)
    return response.end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const keys = { region: 'auto', accessKeyId: 'one', secretAccessKey: 'two' }
  world = await openWorld({ log, photoStore: s3Store({ endpoint: `http://127.0.0.1:${port}`, ...keys }) })
  resident = await world.someone('resident')
})
beforeEach(() => {
  way = 'well'
  errors.length = 0
})
afterAll(async () => {
  await world.close()
  server.closeAllConnections()
  await new Promise(done => server.close(done))
  rmSync(folder, { recursive: true, force: true })
})

const pdf = async (id: string) => {
  const form = new FormData()
  form.set('file', new File(['%PDF-1.7 a letter'], 'a.pdf'))
  const answer = await once(`/api/files/${id}`, { method: 'POST', body: form })
  return answer
}
const once = (path: string, init: RequestInit = {}) =>
  world.anybody(path, { ...init, headers: { authorization: `Bearer ${resident.token}` } })

test.each<Way>(['says yes and keeps nothing', 'keeps half', 'says yes in HTML', 'is down'])(
  'a store that %s: the phone hears that it has to come again, and then it is kept',
  async wrong => {
    const [id, file] = [randomUUID(), randomUUID()]
    way = wrong
    expect(await outcome(resident.upload(id))).toBe('busy')
    await expectProblem(await pdf(file), 'busy')
    expect(new Set(errors)).toEqual(new Set(['photo store refused', 'request']))
    way = 'well'
    const { url } = await resident.upload(id)
    expect((await pdf(file)).status).toBe(201)
    expect((await world.anybody(url ?? '')).headers.get('content-type')).toBe('image/jpeg')
  },
)

test('a store that names no digest is read back, and what is there is good', async () => {
  way = 'well, without a digest'
  const { url } = await resident.upload()
  expect((await world.anybody(url ?? '')).status).toBe(200)
})

test('while a store is down, or somebody answers in its place, a photo and a file are busy and not gone; other bytes are never shown', async () => {
  const { url, thumbUrl } = await resident.upload()
  const file = ((await (await pdf(randomUUID())).json()) as { url: string }).url
  const links = [url, thumbUrl, file].map(link => link ?? '')
  for (const wrong of ['is down', 'says yes in HTML'] as const) {
    way = wrong
    for (const link of links) await expectProblem(await world.anybody(link), 'busy')
  }
  way = 'well'
  for (const link of links) expect((await world.anybody(link)).status).toBe(200)
  expect(errors).not.toContain('bug')
  for (const [key, bytes] of objects) objects.set(key, Buffer.concat([bytes, Buffer.from('!')]))
  for (const link of links) await expectProblem(await world.anybody(link), 'busy')
  expect(errors).toContain('photo store gave other bytes')
  objects.clear()
  for (const link of links) await expectProblem(await world.anybody(link), 'not-found')
})

test('in a folder, what was half written is cleared with its key, and what cannot be read is not missing', async () => {
  const store = folderStore(folder)
  await store.put('2026-11/whole.jpg', new Uint8Array(9))
  writeFileSync(join(folder, '2026-11/half.jpg.part'), 'ha')
  await store.remove('2026-11/half.jpg')
  expect(existsSync(join(folder, '2026-11/half.jpg.part'))).toBe(false)
  expect(await store.get('2026-11/none.jpg')).toBeUndefined()
  // A folder where a file should be stands for a disk that cannot be read.
  await expect(store.get('2026-11')).rejects.toThrow('EISDIR')
})
