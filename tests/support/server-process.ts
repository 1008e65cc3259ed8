import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The service as its own process, to be killed: `api/server.ts` on a port of its own. */
export type ServerProcess = {
  url: string
  pid: number | undefined
  /** SIGKILL: no goodbye. */
  kill: () => Promise<void>
  /** SIGTERM; answers the exit code. */
  stop: () => Promise<number | null>
}

const entry = fileURLToPath(new URL('../../api/server.ts', import.meta.url))

/** A test that fails leaves its server behind, and whoever waits for the end of all output would wait for that. */
const running = new Set<ChildProcess>()
const endAll = () => {
  for (const child of running) child.kill('SIGKILL')
}
process.once('exit', endAll)
process.once('SIGTERM', () => {
  endAll()
  process.exit(143)
})

/** Starts it (or another `program`) and waits until it answers `/healthz`. */
export const startServer = async (
  env: Record<string, string>,
  port: number,
  program = entry,
): Promise<ServerProcess> => {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [program], {
    env: { PATH, NODE_COMPILE_CACHE, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  const url = `http://127.0.0.1:${port}`
  const ended = new Promise<number | null>(done => child.on('exit', done))
  await untilHealthy(url, child)
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { url, pid: child.pid, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') }
}

const untilHealthy = async (url: string, child: ChildProcess) => {
  for (let i = 0; i < 2400; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise(done => setTimeout(done, 50))
  }
  throw new Error('the server did not come up')
}
