import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Statement, toScript } from './statements.ts'

/** Version of the installed pgbench, or undefined. */
export const pgbenchVersion = (): string | undefined => {
  try {
    return /\d+/.exec(execFileSync('pgbench', ['--version'], { encoding: 'utf8' }))?.[0]
  } catch {
    return undefined
  }
}

export type Pgbench = {
  run: (clients: number, seconds: number) => Promise<{ perSecond: number; mean: number }>
  remove: () => void
}

/** pgbench over these statements, one script for each caller, drawn at random; statements are prepared once. */
export const preparePgbench = (url: string, callers: readonly (readonly Statement[])[]): Pgbench => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-pgbench-'))
  const given: string[] = []
  for (const [n, statements] of callers.entries()) {
    const { script, variables } = toScript(statements, n)
    const file = join(folder, `${n}.sql`)
    writeFileSync(file, script)
    given.push('-f', file)
    for (const [name, value] of Object.entries(variables)) given.push('-D', `${name}=${value}`)
  }
  const { hostname, port, username, password, pathname } = new URL(url)
  const target = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)]
  const run = async (clients: number, seconds: number) => {
    const args = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`, ...given, ...target]
    const { stdout, stderr } = await promisify(execFile)('pgbench', args, {
      env: { ...process.env, PGPASSWORD: password },
    }).catch(error => error as { stdout: string; stderr: string })
    const [perSecond, mean, failed] = [
      /tps = ([\d.]+)/,
      /latency average = ([\d.]+)/,
      /failed transactions: (\d+)/,
    ].map(it => Number(it.exec(stdout)?.[1]))
    if (!perSecond || failed !== 0) throw new Error(`pgbench: ${stderr.slice(0, 500)}`)
    return { perSecond, mean: mean as number }
  }
  return { run, remove: () => rmSync(folder, { recursive: true }) }
}
