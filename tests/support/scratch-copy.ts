import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '@huiyin/dev/build.ts'

const workspaces = ['shared', 'db', 'api', 'miniapp', 'dev', 'bench', 'tests']

/** This house as it lies here, committed or not, in a folder of its own with a repository of its own and the packages of this one. */
export const copyHouse = (): { folder: string; remove: () => void } => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'huiyin-house-')))
  const git = (cwd: string, ...words: string[]) => execFileSync('git', words, { cwd, encoding: 'utf8' })
  for (const file of git(root, 'ls-files', '-co', '--exclude-standard').trim().split('\n'))
    if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file))
  git(folder, 'init', '--quiet')
  linkPackages(folder, '.')
  for (const it of workspaces) if (existsSync(join(folder, it))) linkPackages(folder, it)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Each package by a link, but for our own trees: those are the copy's. */
const linkPackages = (folder: string, below: string) => {
  const [from, to] = [join(root, below, 'node_modules'), join(folder, below, 'node_modules')]
  if (!existsSync(from)) return
  mkdirSync(to)
  for (const name of readdirSync(from)) if (name !== '@huiyin') symlinkSync(join(from, name), join(to, name))
  if (below !== '.') return
  mkdirSync(join(to, '@huiyin'))
  for (const it of workspaces) symlinkSync(join(folder, it), join(to, '@huiyin', it))
}

/** What a tool of the house says when it is not content; empty when it is. */
export const complaintsOf = (folder: string, tool: string, ...words: string[]): string[] => {
  const program = tool === 'node' ? [] : [realpathSync(join(folder, 'node_modules', '.bin', tool))]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...words], {
    cwd: tool === 'vitest' ? join(folder, 'tests') : folder,
    env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME: process.env.HOME, NO_COLOR: '1', CI: '1' },
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  if (status === 0) return []
  const lines = `${stdout}\n${stderr}`.split('\n').filter(line => line.trim() !== '')
  return [`${tool} ${words.join(' ')} ended with ${status}:`, ...lines]
}
