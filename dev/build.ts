import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { finishPages } from './finish-pages.ts'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export type Target = 'h5' | 'weapp'

/** What the WeChat build of `npm test` takes for its server. No such host exists: a phone in tests leads it to the API. */
export const testOrigin = 'https://huiyin.example'

/** The pages for browsers call where they come from; those for WeChat are built here for the tests only, with dictation. */
const settings: Record<Target, Record<string, string>> = {
  h5: {},
  weapp: { HUIYIN_API_ORIGIN: testOrigin, HUIYIN_VOICE_PLUGIN: '1' },
}

/** Everything that the pages are made of. */
const sources = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/plugins',
  'miniapp/package.json',
  'miniapp/babel.config.js',
  'dev/finish-pages.ts',
  'shared',
  'package-lock.json',
]

export const pagesFolder = (target: Target) => join(root, 'miniapp', 'dist', target)

/** Builds the mini-program for a target unless it stands there from these very sources; `onBuild` is told before. */
export const buildPages = async (target: Target, onBuild: () => void = () => {}): Promise<void> => {
  const stamp = `${pagesFolder(target)}.hash`
  const hash = hashOf(sources, JSON.stringify(settings[target]))
  if (existsSync(stamp) && existsSync(pagesFolder(target)) && readFileSync(stamp, 'utf8') === hash) return
  onBuild()
  await npmRun(`build:${target}`, settings[target])
  if (target === 'h5') await finishPages(pagesFolder(target))
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

const hashOf = (paths: readonly string[], more: string): string => {
  const hash = createHash('sha256').update(more)
  for (const file of paths.flatMap(filesIn)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Files at or below a path, both from the root. */
const filesIn = (path: string): string[] =>
  statSync(join(root, path)).isFile()
    ? [path]
    : readdirSync(join(root, path))
        .sort()
        .filter(name => name !== 'node_modules' && name !== 'dist')
        .flatMap(name => filesIn(join(path, name)))

/** Quiet when it goes well; with everything it said when it does not. */
const npmRun = (script: string, more: Record<string, string>) =>
  new Promise<void>((resolve, reject) => {
    const env = { ...process.env, ...more, NODE_ENV: 'production' }
    const child = spawn('npm', ['run', script, '-w', 'miniapp'], {
      cwd: root,
      env,
      shell: process.platform === 'win32',
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        said += chunk
      })
    child.on('error', reject)
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(said))))
  })
