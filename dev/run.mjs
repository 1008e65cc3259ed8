// Works on whatever Node a machine has, with nothing installed: installs what is missing, then goes on with the Node
// that comes from node_modules. `node dev/run.mjs start|test [arguments]`.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const ownNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const commands = ['install', 'start', 'test']

/** A registry may leave a connection hanging: npm waits five minutes for it and does not ask again by itself. */
const tries = 3
const idleSeconds = 60

const say = text => console.log(`[回音] ${text}`)

const packagesIn = file => JSON.parse(readFileSync(join(root, file), 'utf8')).packages

/** npm writes what it has installed beside it, last of all: an installation that broke off does not count. */
const isInstalled = () => {
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, record)) || !existsSync(ownNode)) return false
  const installed = packagesIn(record)
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, link, optional }]) =>
      !path.startsWith('node_modules/') || link || optional || installed[path]?.version === version,
  )
}

/** A tree of ours that came later than the last installation is one link away: no registry is asked for it. */
const linkOwnTrees = () => {
  for (const [path, { link, resolved }] of Object.entries(packagesIn('package-lock.json'))) {
    const [from, to] = [join(root, path), join(root, resolved ?? '')]
    if (!link || existsSync(from) || !existsSync(to)) continue
    mkdirSync(dirname(from), { recursive: true })
    symlinkSync(windows ? to : relative(dirname(from), to), from, 'junction')
  }
}

const npmCi = () => {
  const npm = ['ci', '--no-audit', '--no-fund', '--loglevel=error', `--fetch-timeout=${idleSeconds * 1000}`]
  const { status, stdout, stderr } = spawnSync('npm', npm, { cwd: root, encoding: 'utf8', shell: windows })
  if (status === 0 && existsSync(ownNode)) return true
  console.error(`${stdout ?? ''}${stderr ?? ''}`.trim())
  return false
}

const install = () => {
  say('正在安装所需的软件包，第一次大约两分钟……')
  for (let left = tries; left > 0; left--) {
    if (npmCi()) return say('安装好了。')
    if (left > 1) say('没有装好，再试一次……')
  }
  say('安装没有成功。请检查网络后再运行一次；上面是 npm 的原话。')
  process.exit(1)
}

/** Ends with the same code as the command. Ctrl+C reaches both; the command decides how to close. */
const run = (command, args) => {
  const child = spawn(ownNode, [join(root, 'dev', `${command}.ts`), ...args], { cwd: root, stdio: 'inherit' })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

const [command, ...args] = process.argv.slice(2)
if (!commands.includes(command)) {
  say(`请写明要做什么：node dev/run.mjs ${commands.join('|')}`)
  process.exit(2)
}
if (!isInstalled()) install()
linkOwnTrees()
if (command !== 'install') run(command, args)
