import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import http from 'node:http'

const boundary = '----huiyin-bench-7d41c2a9'

/** Sends one photo as a phone does and answers the status, and how many times it could move its bar. */
export const sendPhoto = (port: number, token: string, bytes: Uint8Array): Promise<{ status: number; steps: number }> =>
  new Promise((done, fail) => {
    const body = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': body.length,
    }
    const how = { method: 'POST', host: '127.0.0.1', port, path: `/api/photos/${randomUUID()}`, headers, agent: false }
    let steps = 0
    const sending = http.request(how, reply => {
      reply.resume().on('end', () => done({ status: reply.statusCode ?? 0, steps }))
    })
    // A line that was closed behind an answer: nothing more was heard.
    sending.on('error', error => ('code' in error ? done({ status: 0, steps }) : fail(error)))
    void (async () => {
      for (let at = 0; at < body.length && !sending.destroyed; at += 8192) {
        await new Promise<void>(next => sending.write(body.subarray(at, at + 8192), () => next()))
        steps++
      }
      sending.end()
    })()
  })

const residentMegabytes = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** By how many megabytes a process is larger, at most, while something goes on. */
export const growthDuring = async <T>(pid: number, work: () => Promise<T>): Promise<{ grown: number; what: T }> => {
  const before = residentMegabytes(pid)
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid))
  }, 25)
  try {
    const what = await work()
    return { grown: most - before, what }
  } finally {
    clearInterval(look)
  }
}
