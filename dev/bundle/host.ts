import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { besideTheCode, bundleCode } from './code.ts'
import { copyPackage } from './packages.ts'

/** The function runs here: x64 Linux, in the region nearest to the mainland. Put the database into the same region. */
const machine = { runtime: 'nodejs24.x', architecture: 'x86_64', regions: ['hkg1'], maxDuration: 60 }
const binaries = '@img/sharp-linux-x64'

/** Names of these files hold their contents' hash: a phone may keep them for good. */
const hashed = {
  src: '^/(?:js|chunk|css|static)/.+',
  headers: { 'cache-control': 'public, max-age=31536000, immutable' },
}

const config = {
  version: 3,
  routes: [
    { ...hashed, continue: true },
    { handle: 'filesystem' },
    { src: '^/(?:api/.*|healthz|readyz)$', dest: '/api' },
  ],
  crons: [{ path: '/api/cron', schedule: '* * * * *' }],
}

/**
 * What the serverless host takes, as its Build Output API v3 lays it out: one function `api`, everything else static.
 * `pages` is the H5 build, `into` is emptied first.
 */
export const buildForHost = async (root: string, pages: string, into: string): Promise<void> => {
  rmSync(into, { recursive: true, force: true })
  const folder = join(into, 'functions', 'api.func')
  await bundleCode(root, 'api/index.ts', join(folder, 'index.mjs'))
  copyPackage(besideTheCode.photos, root, folder)
  if (!existsSync(join(folder, 'node_modules', binaries)))
    throw new Error(`The host runs on Linux x64. First: npm install --no-save --os=linux --cpu=x64 --libc=glibc sharp`)
  const launch = {
    handler: 'index.mjs',
    launcherType: 'Nodejs',
    shouldAddHelpers: false,
    supportsResponseStreaming: true,
  }
  writeJson(join(folder, '.vc-config.json'), { ...machine, ...launch })
  cpSync(pages, join(into, 'static'), { recursive: true })
  mkdirSync(join(into, 'static', 'assets'), { recursive: true })
  cpSync(
    join(root, 'node_modules', besideTheCode.apiPage, 'dist/rapidoc-min.js'),
    join(into, 'static/assets/rapidoc-min.js'),
  )
  writeJson(join(into, 'config.json'), config)
}

const writeJson = (file: string, value: object) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
