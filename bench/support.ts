import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { type Cluster, startCluster } from '../tests/support/cluster.ts'
import type { Load, Loaded } from './load.ts'

/** Starts a file of this folder as a process of its own and waits for its first message. Its log goes to a file. */
const start = async (file: string, env: Record<string, string>, first?: Serializable) => {
  const log = openSync(join(tmpdir(), `huiyin-bench-${file}.log`), 'w')
  const child = fork(new URL(file, import.meta.url), {
    env: { ...process.env, ...env },
    stdio: ['ignore', log, 'inherit', 'ipc'],
  })
  if (first !== undefined) child.send(first)
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => dead(file))])
  return { child, message }
}

const dead = (file: string): never => {
  throw new Error(`${file} ended too early`)
}

const stop = async (child: ChildProcess) => {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

export type Running<T> = T & { stop: () => Promise<void> }

/** As the Dockerfile and `docs/operations.md` start it. */
const asInstalled = { MALLOC_ARENA_MAX: '1' }

/** The service as a plain Node server on a free port. `after: 'off'` leaves out what follows the answer. */
export const startService = async (
  env: Record<string, string>,
  after: 'on' | 'off' = 'on',
): Promise<Running<{ port: number; pid: number }>> => {
  const { child, message } = await start('serve.ts', { ...asInstalled, ...env, BENCH_AFTER: after })
  return { ...(message as { port: number }), pid: child.pid ?? 0, stop: () => stop(child) }
}

/** The fake WeChat as a process of its own. `ask` sends it a message and waits for the answer. */
export const startWechat = async (): Promise<
  Running<{ url: string; ask: (question: Serializable) => Promise<unknown> }>
> => {
  const { child, message } = await start('wechat.ts', {})
  const ask = async (question: Serializable) => {
    const answered = once(child, 'message')
    child.send(question)
    return (await answered)[0]
  }
  return { ...(message as { url: string }), ask, stop: () => stop(child) }
}

/** Loads a server from a process of its own. */
export const load = async (it: Load): Promise<Loaded> => {
  const { child, message } = await start('load.ts', {}, it)
  await stop(child)
  return message as Loaded
}

/** One HTTP/1.1 request as text. Places for ids (`%ID0%`) are filled when it is sent. */
export const requestText = (method: string, path: string, token: string, body?: object): string => {
  const text = body ? JSON.stringify(body) : ''
  const length = Buffer.byteLength(text.replaceAll(/%ID\d%/g, '0'.repeat(36)))
  const about = body ? `content-type: application/json\r\ncontent-length: ${length}\r\n` : ''
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n${about}\r\n${text}`
}

/** Runs with a real PostgreSQL of its own, which is gone afterwards, whatever happens. */
export const withCluster = async <T>(use: (cluster: Cluster) => Promise<T>): Promise<T> => {
  const cluster = await startCluster()
  try {
    return await use(cluster)
  } finally {
    await cluster.stop()
  }
}

/** `18.4` */
export const versionOf = async (url: string): Promise<string> => {
  const sql = postgres(url, { max: 1 })
  const [row] = await sql<
    { version: string }[]
  >`select split_part(current_setting('server_version'), ' ', 1) as version`
  await sql.end()
  return row?.version ?? ''
}
