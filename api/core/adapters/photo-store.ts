import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AwsClient } from 'aws4fetch'

/**
 * Where photo bytes live. Keys are random, of [0-9a-z/._-]; nothing is ever listed. Each call throws when the store cannot tell,
 * and when `late` is aborted.
 */
export type PhotoStore = {
  /** Ends well only when the bytes are there, all of them. */
  put: (key: string, bytes: Uint8Array, late?: AbortSignal) => Promise<void>
  /** Undefined when there is no such key. */
  get: (key: string, late?: AbortSignal) => Promise<Uint8Array | undefined>
  remove: (key: string) => Promise<void>
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Onto the disk, not only into its memory: a power cut must not take what was acknowledged. */
const flush = async (path: string, work: (file: Awaited<ReturnType<typeof open>>) => Promise<void>, flags: string) => {
  const file = await open(path, flags)
  try {
    await work(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

const partOf = (file: string) => `${file}.part`

/** A folder on this machine. A file appears whole or not at all; what was written by half goes when its key is removed. */
export const folderStore = (folder: string): PhotoStore => ({
  put: async (key, bytes) => {
    const file = join(folder, key)
    await mkdir(dirname(file), { recursive: true })
    await flush(partOf(file), it => it.writeFile(bytes), 'w')
    await rename(partOf(file), file)
    await flush(dirname(file), async () => {}, 'r')
  },
  get: key =>
    readFile(join(folder, key)).catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    }),
  remove: async key => {
    await rm(join(folder, key), { force: true })
    await rm(partOf(join(folder, key)), { force: true })
  },
})

type S3Options = {
  endpoint: string
  /** Left out where the address leads to the bucket already: OSS and COS refuse the bucket's name in the path. */
  bucket?: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Milliseconds for one call, with its repeats. */
const longestCall = 10_000

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex')

/** Any S3-compatible object store. Throws on every answer that is not success. */
export const s3Store = ({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options): PhotoStore => {
  const address = [endpoint.replace(/\/$/, ''), bucket].filter(Boolean).join('/')
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const call = async (method: string, key: string, { body, late }: { body?: Uint8Array; late?: AbortSignal } = {}) => {
    const signals = [AbortSignal.timeout(longestCall), ...(late ? [late] : [])]
    const response = await client.fetch(`${address}/${key}`, {
      method,
      ...(body && { body, headers: { 'content-type': 'image/jpeg' } }),
      signal: AbortSignal.any(signals),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (response.status === 404 && method !== 'PUT' && saysNoSuchKey(bytes)) return undefined
    if (!response.ok) throw new Error(`photo store answered ${response.status}`)
    return { bytes, etag: response.headers.get('etag')?.replaceAll('"', '') }
  }
  const get: PhotoStore['get'] = async (key, late) => (await call('GET', key, { ...(late && { late }) }))?.bytes
  return {
    get,
    // A store that names the digest has the bytes; of any other they are read back: a gateway in between says 200 to anything.
    put: async (key, bytes, late) => {
      const put = await call('PUT', key, { body: bytes, ...(late && { late }) })
      if (put?.etag === md5(bytes)) return
      const kept = await get(key, late)
      if (!kept || Buffer.compare(kept, bytes) !== 0) throw new Error('photo store kept other bytes')
    },
    remove: async key => void (await call('DELETE', key)),
  }
}

/** Anything else that is not found (the bucket, or what a gateway says) tells nothing of the key. */
const saysNoSuchKey = (body: Uint8Array) => Buffer.from(body).toString('latin1').includes('<Code>NoSuchKey</Code>')
