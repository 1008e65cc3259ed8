import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AwsClient } from 'aws4fetch'

/** Where photo bytes live. Keys are random, of [0-9a-z/._-]; nothing is ever listed. */
export type PhotoStore = {
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Undefined when there is no such key. */
  get: (key: string) => Promise<Uint8Array | undefined>
  remove: (key: string) => Promise<void>
}

/** A folder on this machine. A file appears whole or not at all. */
export const folderStore = (folder: string): PhotoStore => ({
  put: async (key, bytes) => {
    const file = join(folder, key)
    await mkdir(dirname(file), { recursive: true })
    const part = `${file}.part`
    await writeFile(part, bytes)
    await rename(part, file)
  },
  get: key => readFile(join(folder, key)).catch(() => undefined),
  remove: key => rm(join(folder, key), { force: true }),
})

type S3Options = {
  endpoint: string
  /** Left out where the address leads to the bucket already: OSS and COS refuse the bucket's name in the path. */
  bucket?: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Any S3-compatible object store. Throws on every answer that is not success. */
export const s3Store = ({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options): PhotoStore => {
  const address = [endpoint.replace(/\/$/, ''), bucket].filter(Boolean).join('/')
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const call = async (method: string, key: string, body?: Uint8Array) => {
    const response = await client.fetch(`${address}/${key}`, {
      method,
      ...(body && { body, headers: { 'content-type': 'image/jpeg' } }),
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 404 && method !== 'PUT') return undefined
    if (!response.ok) throw new Error(`photo store answered ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  return {
    put: async (key, bytes) => void (await call('PUT', key, bytes)),
    get: key => call('GET', key),
    remove: async key => void (await call('DELETE', key)),
  }
}
