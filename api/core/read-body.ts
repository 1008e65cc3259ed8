import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { requestLimits } from '@huiyin/shared/core/request-limits.ts'
import { uploadBytes } from '@huiyin/shared/core/upload-limits.ts'
import type { Context } from 'hono'

export const jsonLimit = 64 * 1024
/** A file and what its form writes around it. */
export const uploadLimit = uploadBytes + 64 * 1024

/** How many bytes the body will have: as it says beforehand, or as many as it may. Refuses what is too large unread. */
export const demandLength = (c: Context, most: number): number => {
  const told = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
  const length = told === undefined ? most : Number(told)
  return length <= most ? length : refuse('too-large')
}

/** Counting a body while it comes is slow, and nearly all say their length beforehand. */
export const readText = async (c: Context, most: number): Promise<string> => {
  const length = demandLength(c, most)
  if (c.req.header('content-length') === undefined || c.req.header('transfer-encoding'))
    return (await readBytes(c, most)).toString('utf8')
  return beforeTooSlow(length, () => c.req.text().catch(cutOff))
}

/** A body of any length up to this one, taken as it comes. */
export const readBytes = async (c: Context, most: number): Promise<Buffer> => {
  const length = demandLength(c, most)
  const reader = c.req.raw.body?.getReader()
  if (!reader) return Buffer.alloc(0)
  const whole = async () => {
    // As large as it said: pieces kept beside it until the end would be twice the memory.
    let body = Buffer.allocUnsafe(length === most ? 0 : length)
    for (let size = 0; ; ) {
      const { done, value } = await reader.read().catch(cutOff)
      if (done) return body.subarray(0, size)
      if (size + value.length > most) return refuse('too-large')
      if (size + value.length > body.length) body = larger(body, size, value.length, most)
      body.set(value, size)
      size += value.length
    }
  }
  return beforeTooSlow(length, whole).catch((error: unknown) => {
    reader.cancel().catch(() => {})
    throw error
  })
}

/** For a body that did not say how long it will be, or was wrong about it. */
const larger = (body: Buffer, size: number, more: number, most: number): Buffer<ArrayBuffer> => {
  const next = Buffer.allocUnsafe(Math.min(most, Math.max(2 * body.length, size + more, 64 * 1024)))
  next.set(body.subarray(0, size))
  return next
}

const cutOff = (): never => refuse('bad-json')

/** Who sends a byte now and then must not hold a place for ever; who sits on a slow line gets the time that it needs. */
const beforeTooSlow = async <T>(length: number, reading: () => Promise<T>): Promise<T> => {
  const { graceSeconds, slowestBytesPerSecond, longestSeconds } = requestLimits
  const seconds = Math.min(longestSeconds, graceSeconds + length / slowestBytesPerSecond)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('too-slow')), seconds * 1000)
  })
  return Promise.race([reading(), late]).finally(() => clearTimeout(timer))
}
