import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import vm from 'node:vm'

type Compiler = { wxmlToJs(root: string, options: { maxBuffer: number }): string }

// Published without types.
const { wxmlToJs } = createRequire(import.meta.url)('miniprogram-compiler') as Compiler

/** The official compiler over every .wxml of a folder. Throws `file:line:column: reason`. */
export function compileTemplates(dist: string): string {
  try {
    return wxmlToJs(dist, { maxBuffer: 256 * 1024 * 1024 })
  } catch (error) {
    throw new Error((error as Error).message.replace(/^编译 .wxml 文件错误：/, '').trim())
  }
}

const templates = new Map<string, string>()

/** As `compileTemplates`, which is a program of its own to start: the same files are compiled once. */
export function compiledTemplates(dist: string): string {
  const files = globSync('**/*.{wxml,wxs,json}', { cwd: dist }).sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(dist, file)))
      .update('\0')
  const key = hash.digest('hex')
  const code = templates.get(key) ?? compileTemplates(dist)
  templates.set(key, code)
  return code
}

const scripts = new Map<string, vm.Script>()

/** A script to run in any number of realms: what the engine has made of the same words is kept for the next phone. */
export function scriptOf(code: string, filename: string): vm.Script {
  const key = `${filename}\0${code}`
  const script = scripts.get(key) ?? new vm.Script(code, { filename })
  scripts.set(key, script)
  return script
}
