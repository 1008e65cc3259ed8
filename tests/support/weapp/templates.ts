import { createRequire } from 'node:module'
import vm from 'node:vm'

/** A node as WeChat's own template engine makes it. */
export interface RawNode {
  tag: string
  attr?: Record<string, unknown>
  children: (RawNode | string)[]
}

export interface Templates {
  /** Renders `pages/home/index` with a page's data. Undefined when the file is not in the project. */
  render(path: string, dataJson: string): RawNode | undefined
}

type Generate = (values: unknown) => RawNode
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

/** The view layer: templates run in a realm of their own and see nothing but JSON. */
export function makeTemplates(dist: string, onFault: (fault: string) => void): Templates {
  const warn = (line: string) => onFault(`template: ${String(line).replace(/^WXMLRT_\$gwx:/, '')}`)
  const globals: Record<string, unknown> = { console: { warn, log: () => {}, error: warn } }
  const context = vm.createContext(globals)
  vm.runInContext('var window = globalThis', context)
  const code = compileTemplates(dist)
  const start = vm.runInContext(`(function (global) {${code}\n})`, context) as (global: object) => unknown
  // The data must be made in this realm: the engine asks `instanceof Array`.
  const parse = vm.runInContext('JSON.parse', context) as (text: string) => unknown
  const generator = start(vm.runInContext('({})', context) as object) as (path: string) => Generate | undefined
  return { render: (path, json) => generator(`${path}.wxml`)?.(parse(json)) }
}
