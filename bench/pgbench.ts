import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Version of the installed pgbench, or undefined. */
export const pgbenchVersion = (): string | undefined => {
  try {
    return /\d+/.exec(execFileSync('pgbench', ['--version'], { encoding: 'utf8' }))?.[0]
  } catch {
    return undefined
  }
}

/** Text of a script, and the variables that it uses. */
type Script = { script: string; variables: Record<string, string> }

export type Pgbench = {
  /** Transactions a second of all callers together, and their mean in ms. */
  run: (seconds: number) => Promise<{ perSecond: number; mean: number }>
  remove: () => void
}

/**
 * One pgbench of one client for each caller, side by side: every connection then prepares one caller's statements and keeps
 * them, as the service's connections keep theirs. Scripts drawn at random would mostly be measured being planned.
 */
export const preparePgbench = (url: string, callers: readonly Script[]): Pgbench => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-pgbench-'))
  const { hostname, port, username, password, pathname } = new URL(url)
  const target = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)]
  const given = callers.map(({ script, variables }, n) => {
    const file = join(folder, `${n}.sql`)
    writeFileSync(file, script)
    return ['-f', file, ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`])]
  })
  const runOne = async (args: readonly string[], seconds: number) => {
    const { stdout, stderr } = await promisify(execFile)(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', '1', '-T', `${seconds}`, ...args, ...target],
      { env: { ...process.env, PGPASSWORD: password } },
    ).catch(error => error as { stdout: string; stderr: string })
    const [perSecond, failed] = [/tps = ([\d.]+)/, /failed transactions: (\d+)/].map(it => Number(it.exec(stdout)?.[1]))
    if (!perSecond || failed !== 0) throw new Error(`pgbench: ${stderr.slice(0, 500)}`)
    return perSecond
  }
  const run = async (seconds: number) => {
    const each = await Promise.all(given.map(args => runOne(args, seconds)))
    const perSecond = each.reduce((sum, it) => sum + it, 0)
    return { perSecond, mean: (callers.length * 1000) / perSecond }
  }
  return { run, remove: () => rmSync(folder, { recursive: true }) }
}
