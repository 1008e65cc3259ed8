import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
let clone: string

/** An `npm` that writes down each call and installs what the lockfile names. */
const npm = `#!${process.execPath}
const fs = require('node:fs')
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
// It fails as often as NPM_FAILS says, then works.
if (fs.readFileSync('npm-calls', 'utf8').trim().split('\\n').length <= Number(process.env.NPM_FAILS ?? 0)) { console.error('no network'); process.exit(1) }
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
fs.mkdirSync('node_modules/node/bin', { recursive: true })
fs.rmSync('node_modules/node/bin/node', { force: true })
fs.symlinkSync(process.execPath, 'node_modules/node/bin/node')
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
`

const lock = (version: string) =>
  writeFileSync(
    join(clone, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/node': { version } } }),
  )

const run = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['dev/run.mjs', ...args], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: `${join(clone, 'bin')}${delimiter}${process.env.PATH}` },
  })

const installs = () =>
  existsSync(join(clone, 'npm-calls')) ? readFileSync(join(clone, 'npm-calls'), 'utf8').trim().split('\n') : []

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'huiyin-run-'))
  for (const folder of ['dev', 'bin']) mkdirSync(join(clone, folder))
  cpSync(join(root, 'dev', 'run.mjs'), join(clone, 'dev', 'run.mjs'))
  writeFileSync(
    join(clone, 'dev', 'start.ts'),
    'const args: string[] = process.argv.slice(2)\nconsole.log("started", args.join())\nprocess.exit(args.includes("--fail") ? 3 : 0)\n',
  )
  writeFileSync(join(clone, 'bin', 'npm'), npm)
  chmodSync(join(clone, 'bin', 'npm'), 0o755)
  lock('24.0.0')
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

test.skipIf(process.platform === 'win32')('a fresh clone is installed once, and never again without need', () => {
  const first = run(['start', '--fresh'])
  expect(first.stdout).toContain('正在安装')
  expect(first.stdout).toContain('started --fresh')
  expect(run(['start']).stdout).not.toContain('正在安装')
  expect(installs()).toEqual(['ci --no-audit --no-fund --loglevel=error --fetch-timeout=60000'])
})

test.skipIf(process.platform === 'win32')('another lockfile installs again', () => {
  run(['start'])
  lock('24.1.0')
  run(['start'])
  expect(installs()).toHaveLength(2)
})

test.skipIf(process.platform === 'win32')('a tree of ours that came later is found without a registry', () => {
  run(['install'])
  const name = 'node_modules/@huiyin/dev'
  const packages = { '': {}, 'node_modules/node': { version: '24.0.0' }, [name]: { link: true, resolved: 'dev' } }
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages }))
  run(['install'])
  expect([existsSync(join(clone, name, 'run.mjs')), installs().length]).toEqual([true, 1])
})

test.skipIf(process.platform === 'win32')('an installation that fails says so and starts nothing', () => {
  const failed = run(['start'], { NPM_FAILS: '9' })
  expect(failed.status).toBe(1)
  expect(failed.stdout).toContain('安装没有成功')
  expect(failed.stderr).toContain('no network')
  expect(failed.stdout).not.toContain('started')
  expect(installs()).toHaveLength(3)
})

test.skipIf(process.platform === 'win32')('a registry that fails once is asked again', () => {
  expect(run(['start'], { NPM_FAILS: '1' }).stdout).toMatch(/没有装好，再试一次……\s+\[回音\] 安装好了。\s+started/)
})

test.skipIf(process.platform === 'win32')('`install` only installs', () => {
  const { status, stdout } = run(['install'])
  expect([status, installs().length]).toEqual([0, 1])
  expect(stdout).not.toContain('started')
})

test.skipIf(process.platform === 'win32')('the exit code is that of what was run', () => {
  expect(run(['start', '--fail']).status).toBe(3)
})

test('a command that there is none of is refused', () => {
  const { status, stdout } = run(['deploy'])
  expect(status).toBe(2)
  expect(stdout).toContain('start|test')
})

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['dev/start.ts'], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } })

test('the demo refuses to start in production', () => {
  const { status, stderr } = start({ NODE_ENV: 'production' })
  expect(status).toBe(1)
  expect(stderr).toContain('演示只能在自己的电脑上运行')
})

test('a port that is no port is refused', () => {
  const { status, stderr } = start({ NODE_ENV: 'development', PORT: 'abc' })
  expect(status).toBe(1)
  expect(stderr).toContain('端口「abc」不对')
})

test('a port in use is named, with the way out', async () => {
  const { createServer } = await import('node:net')
  const taken = createServer().listen(0)
  await new Promise(done => taken.once('listening', done))
  const { port } = taken.address() as { port: number }
  const { status, stderr } = start({ NODE_ENV: 'development', PORT: String(port) })
  taken.close()
  expect(status).toBe(1)
  expect(stderr).toContain(`端口 ${port} 已被别的程序占用`)
})
