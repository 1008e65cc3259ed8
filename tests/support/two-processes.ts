import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { callsBy, type Someone, type World } from './world.ts'

/** The service once more, in a process of its own on the town's database, with the town's clock, WeChat and people. */
export type TownProcess = {
  chores: () => Promise<{ climbed: number; checked: number }>
  deliver: () => Promise<unknown>
  /** Waits for what the last requests left to do after their answers. */
  settle: () => Promise<unknown>
  /** The same person, who happens to be answered by this process. */
  by: (who: Someone) => Someone
}

export type Two = {
  one: TownProcess
  two: TownProcess
  /** Where both keep the bytes of photos. */
  photos: string
  close: () => void
}

const program = fileURLToPath(new URL('./town-process.ts', import.meta.url))

/** What the machine takes: only what never comes fails. */
const patient = 'statement_timeout=60000&lock_timeout=60000'

/** Two processes beside the test's own: what they share is the database, and nothing else. */
export const openTwoProcesses = async (world: World, env: Record<string, string> = {}): Promise<Two> => {
  const photos = mkdtempSync(join(tmpdir(), 'huiyin-two-'))
  const wechatUrl = world.outside.env.WECHAT_BASE_URL.replace(/\/[^/]+$/, '')
  const given = {
    ...{ PATH: process.env.PATH, ...demoEnv(wechatUrl), ...env },
    ...{ DATABASE_URL: `${world.databaseUrl}?${patient}`, DATABASE_POOL: '6', PHOTO_FOLDER: photos },
  }
  const start = async () => {
    const child = fork(program, { env: given, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    return { child, process: processAt(world, `http://127.0.0.1:${port}`) }
  }
  const [one, two] = await Promise.all([start(), start()])
  return {
    one: one.process,
    two: two.process,
    photos,
    close: () => {
      for (const { child } of [one, two]) child.disconnect()
      rmSync(photos, { recursive: true, force: true })
    },
  }
}

const processAt = (world: World, url: string): TownProcess => {
  const anybody: World['anybody'] = (path, init = {}) =>
    fetch(url + path, { ...init, headers: { ...init.headers, 'x-town-now': world.clock.now.toISOString() } })
  const ask = async <T>(path: string): Promise<T> => (await (await anybody(path, { method: 'POST' })).json()) as T
  return {
    chores: () => ask('/chores'),
    deliver: () => ask('/deliver'),
    settle: () => ask('/settle'),
    by: who => callsBy(anybody, who, true),
  }
}
