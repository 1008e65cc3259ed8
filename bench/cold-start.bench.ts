import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../dev/build.ts'
import { besideTheCode, bundleCode } from '../dev/bundle/code.ts'
import { copyPackage } from '../dev/bundle/packages.ts'
import { sized } from './bench.ts'
import { heading, holds, median, round, table, verdict } from './results.ts'
import { versionOf } from './support.ts'

const limit = 3

/** What the host's launcher does with the function: hand it each request. */
const launcher = `import { createServer } from 'node:http'
const { default: func } = await import('./index.mjs')
createServer(async (request, response) => {
  const answer = await func.fetch(new Request('http://localhost' + request.url))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(await answer.text())
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })`

const hello = `import { createServer } from 'node:http'
createServer((request, response) => response.end('hello')).listen(0, '127.0.0.1', function () { console.log(this.address().port) })`

/** From starting the process to its first answer, of the bundled function and of a bare node:http hello. */
export const bench = sized({
  whole: { times: 15 },
  tiny: { times: 1 },
  run: async (cluster, { times }) => {
    const folder = mkdtempSync(join(root, 'bench', '.cold-'))
    try {
      await makeFunction(folder)
      const url = await cluster.createDatabase('cold')
      const env = production(url)
      const kinds = [
        { name: 'bare node:http hello', file: 'hello.mjs', path: '/' },
        { name: 'function, without the database', file: 'launcher.mjs', path: '/healthz' },
        { name: 'function, with a query', file: 'launcher.mjs', path: '/readyz' },
      ]
      const taken = kinds.map((): number[] => [])
      for (let n = 0; n <= times; n++)
        for (const [k, { file, path }] of kinds.entries()) {
          const ms = await firstAnswer(join(folder, file), path, env)
          if (n > 0) taken[k]?.push(ms)
        }
      const [bare = 1, ...functions] = taken.map(median)
      const worst = Math.max(...functions) / bare
      return {
        lines: [
          ...heading('cold-start', [`PostgreSQL ${await versionOf(url)}`]),
          `Process start → first answer, ${times} times in turn.`,
          '',
          ...table(
            ['', 'median ms', '÷ hello'],
            [bare, ...functions].map((ms, k) => [kinds[k]?.name ?? '', round(ms), round(ms / bare)]),
          ),
          '',
          `Function ÷ hello, the larger: ${verdict(worst, '≤', limit)}.`,
        ],
        passed: holds(worst, '≤', limit),
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
})

/** The function's folder as `npm run build` lays it out for the host. */
const makeFunction = async (folder: string) => {
  mkdirSync(folder, { recursive: true })
  await bundleCode(root, 'api/index.ts', join(folder, 'index.mjs'))
  copyPackage(besideTheCode.photos, root, folder)
  writeFileSync(join(folder, 'launcher.mjs'), launcher)
  writeFileSync(join(folder, 'hello.mjs'), hello)
}

const production = (url: string) => ({
  NODE_ENV: 'production',
  DATABASE_URL: url,
  HUIYIN_SECRET: randomBytes(32).toString('base64'),
  CRON_SECRET: randomBytes(16).toString('hex'),
  WECHAT_APPID: `wx${'0'.repeat(16)}`,
  WECHAT_SECRET: '0'.repeat(32),
  S3_ENDPOINT: 'http://127.0.0.1:9',
  S3_BUCKET: 'photos',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: 'secret',
})

const firstAnswer = async (file: string, path: string, env: Record<string, string>): Promise<number> => {
  const started = performance.now()
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(child)
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  const taken = performance.now() - started
  const text = await answer.text()
  child.kill()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  return taken
}

const portOf = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    child.on('exit', code => reject(new Error(`ended with ${code}`)))
    if (child.stdout) createInterface(child.stdout).once('line', resolve)
  })
