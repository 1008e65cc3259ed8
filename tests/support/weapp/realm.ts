import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import vm from 'node:vm'
import { scriptOf } from './compiled.ts'
import type { Project } from './project.ts'

/** The logic layer of WeChat: bare JavaScript, no browser, no Node, no code from strings. */
export interface Realm {
  globals: Record<string, unknown>
  /** A copy of a plain value, made of this realm's own objects. */
  hand<Value>(value: Value): Value
  /** An Error of this realm, so that `instanceof Error` holds there. */
  error(message: string): Error
  bytes(content: Uint8Array): ArrayBuffer
  /** `Object.assign` into an object of this realm. */
  assemble(...parts: object[]): Record<string, unknown>
  promise(start: Executor): Promise<unknown>
  promise(start: Executor): Promise<unknown>
  /** Runs a file of the project once, as its `require` would. */
  load(path: string): unknown
  loaded(): string[]
}

// WeChat hides these names from every module by declaring them as parameters.
const hidden =
  'window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,confirm,prompt,fetch,XMLHttpRequest,WebSocket,webkit,WeixinJSCore,Reporter,print,WeixinJSBridge'

const prelude = `({
  parse: JSON.parse,
  error: message => new Error(message),
  bytes: content => Uint8Array.from(content),
  assemble: (...parts) => Object.assign({}, ...parts),
  promise: start => new Promise(start),
  setClock: now => {
    const Real = Date
    const Given = function (...parts) {
      if (!new.target) return new Real(now()).toString()
      return Reflect.construct(Real, parts.length > 0 ? parts : [now()], new.target)
    }
    Given.prototype = Real.prototype
    Given.prototype.constructor = Given
    globalThis.Date = Object.assign(Given, { now, parse: Real.parse, UTC: Real.UTC })
  },
})`

type Executor = (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void

interface Prelude {
  setClock(now: () => number): void
  parse(text: string): unknown
  error(message: string): Error
  bytes(content: Uint8Array): Uint8Array<ArrayBuffer>
  assemble(...parts: object[]): Record<string, unknown>
  promise(start: Executor): Promise<unknown>
}

/** `now` stands in for the computer's clock when it is given. */
export function makeRealm(project: Project, now?: () => number): Realm {
  const globals: Record<string, unknown> = {}
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } })
  const own = vm.runInContext(prelude, context) as Prelude
  vm.runInContext('delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Intl', context)
  if (now) own.setClock(now)
  const modules = new Map<string, { exports: unknown }>()

  function load(path: string, from = path, asked = path): unknown {
    const file = findModule(project.dist, path)
    const home = file && project.packageOf(file)
    if (!file || (home && home !== project.packageOf(from))) {
      const why = file ? ` (${file} lies in another subpackage than ${from})` : ''
      throw own.error(`module '${path}.js' is not defined, require args is '${asked}'${why}`)
    }
    const known = modules.get(file)
    if (known) return known.exports
    const module = own.assemble({ exports: own.assemble() }) as { exports: unknown }
    modules.set(file, module)
    const code = readFileSync(join(project.dist, file), 'utf8')
    const script = scriptOf(`(function(require,module,exports,${hidden}){${code}\n})`, file)
    const require = (target: string) => load(resolve(target, file), file, target)
    script.runInContext(context)(require, module, module.exports)
    return module.exports
  }

  return {
    globals,
    hand: value => (value === undefined ? value : own.parse(JSON.stringify(value))) as typeof value,
    error: own.error,
    bytes: content => own.bytes(content).buffer,
    assemble: own.assemble,
    promise: own.promise,
    load: path => load(path),
    loaded: () => [...modules.keys()],
  }
}

function resolve(target: string, file: string): string {
  const path = target.startsWith('/') ? target.slice(1) : posix.join(dirname(file), target)
  return path.replace(/\.js$/, '')
}

function findModule(dist: string, path: string): string | undefined {
  const candidates = [`${path}.js`, `${path}/index.js`]
  return candidates.find(candidate => existsSync(join(dist, candidate)) && statSync(join(dist, candidate)).isFile())
}
