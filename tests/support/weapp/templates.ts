import vm from 'node:vm'
import { compiledTemplates, scriptOf } from './compiled.ts'

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

/** The view layer: templates run in a realm of their own and see nothing but JSON. */
export function makeTemplates(dist: string, onFault: (fault: string) => void): Templates {
  const warn = (line: string) => onFault(`template: ${String(line).replace(/^WXMLRT_\$gwx:/, '')}`)
  const globals: Record<string, unknown> = { console: { warn, log: () => {}, error: warn } }
  const context = vm.createContext(globals)
  vm.runInContext('var window = globalThis', context)
  const engine = scriptOf(`(function (global) {${compiledTemplates(dist)}\n})`, 'templates.js')
  const start = engine.runInContext(context) as (global: object) => unknown
  // The data must be made in this realm: the engine asks `instanceof Array`.
  const parse = vm.runInContext('JSON.parse', context) as (text: string) => unknown
  const generator = start(vm.runInContext('({})', context) as object) as (path: string) => Generate | undefined
  return { render: (path, json) => generator(`${path}.wxml`)?.(parse(json)) }
}
