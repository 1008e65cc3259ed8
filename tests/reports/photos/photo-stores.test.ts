import dns from 'node:dns'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStore, type PhotoStore, s3Store } from '@huiyin/api/core/adapters/photo-store.ts'
import { openWorld, refusal } from '@huiyin/tests/support/world.ts'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'huiyin-photos-'))
let server: S3rver
/** The address of a bucket of its own, as OSS and COS give it; here it leads to this machine. */
const ownHost = 'photos.town.test'
let store: { folder: PhotoStore; s3: PhotoStore; own: PhotoStore; broken: PhotoStore }

beforeAll(async () => {
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: ['photos', ownHost].map(name => ({ name, configs: [] })),
  })
  const lookup = dns.lookup as (...args: unknown[]) => void
  vi.spyOn(dns, 'lookup').mockImplementation(((host: string, ...rest: unknown[]) =>
    lookup(host === ownHost ? '127.0.0.1' : host, ...rest)) as never)
  const { port } = (await server.run()) as AddressInfo
  const options = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'photos',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  }
  store = {
    folder: folderStore(join(folder, 'files')),
    s3: s3Store(options),
    own: s3Store({ ...options, endpoint: `http://${ownHost}:${port}/`, bucket: undefined }),
    broken: s3Store({ ...options, bucket: 'no-such-bucket' }),
  }
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['folder', 's3', 'own'] as const)('photos kept in a %s store', kind => {
  test('come back byte for byte, and are gone when removed', async () => {
    const bytes = new Uint8Array([1, 2, 3, 255])
    await store[kind].put('2026-11/abc.jpg', bytes)
    expect(new Uint8Array((await store[kind].get('2026-11/abc.jpg')) ?? [])).toEqual(bytes)
    await store[kind].remove('2026-11/abc.jpg')
    expect(await store[kind].get('2026-11/abc.jpg')).toBeUndefined()
  })

  test('are stored and shown through the API', async () => {
    const world = await openWorld({ photoStore: store[kind] })
    const resident = await world.someone('resident')
    const photo = await resident.upload()
    const [full, thumb] = await Promise.all([world.anybody(photo.url ?? ''), world.anybody(photo.thumbUrl ?? '')])
    expect([full.status, thumb.status]).toEqual([200, 200])
    expect((await thumb.arrayBuffer()).byteLength).toBeGreaterThan(100)
    await world.close()
  })
})

test('a folder store leaves no half-written file behind', async () => {
  await store.folder.put('2026-11/whole.jpg', new Uint8Array(1000))
  expect(readdirSync(join(folder, 'files', '2026-11')).filter(name => name.endsWith('.part'))).toEqual([])
})

test('when the store refuses, the photo stays awaited and the report stands', async () => {
  const world = await openWorld({ photoStore: store.broken })
  const resident = await world.someone('resident')
  const photoId = crypto.randomUUID()
  const id = crypto.randomUUID()
  await resident.call('fileReport', { id, photoIds: [photoId], buildingId: 't001v1g1b1' })
  expect(await refusal(resident.upload(photoId))).toBe('busy')
  expect((await resident.call('getReport', { id })).before).toMatchObject([{ id: photoId, state: 'awaited' }])
  await world.close()
})
