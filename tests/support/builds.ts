import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '@huiyin/dev/build.ts'
import { buildForHost } from '@huiyin/dev/bundle/host.ts'
import { buildForServer } from '@huiyin/dev/bundle/server.ts'

export { root }

/** Values that lie in the environment while something is built; none of them may be found in what was built. */
export const secrets = {
  HUIYIN_SECRET: 'marker-of-the-seal',
  WECHAT_SECRET: 'marker-of-wechat',
  DATABASE_URL: 'postgres://marker',
}

/** What `npm run build` makes, but for the pages, in a folder far from the sources and their node_modules. */
export const buildAway = async (what: 'host' | 'server') => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-build-'))
  const pages = join(folder, 'pages')
  mkdirSync(join(pages, 'js'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<title>回音</title>')
  writeFileSync(join(pages, 'js', 'app.0a1b2c3d.js'), '0')
  const into = join(folder, what)
  const before = { ...process.env }
  Object.assign(process.env, secrets)
  await (what === 'host' ? buildForHost : buildForServer)(root, pages, into)
  process.env = before
  return { into, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Every file below a folder, by its path from there. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** Files below a folder that hold one of these texts. */
export const filesWith = (folder: string, texts: string[]): string[] =>
  filesBelow(folder).filter(file => texts.some(text => readFileSync(join(folder, file)).includes(text)))

/** Settings with which production starts, all of them invented. */
export const productionEnv = {
  DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none',
  HUIYIN_SECRET: Buffer.alloc(32, 7).toString('base64'),
  CRON_SECRET: 'an-invented-cron-secret',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_BUCKET: 'photos',
  S3_REGION: 'us-east-1',
  S3_ACCESS_KEY: 'S3RVER',
  S3_SECRET_KEY: 'S3RVER',
  LOG_LEVEL: 'error',
}
