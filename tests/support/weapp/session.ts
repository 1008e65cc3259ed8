import { describe } from './describe.ts'
import type { Device } from './device.ts'
import type { Instance, PageState } from './instances.ts'
import type { Realm } from './realm.ts'
import { makeTapState, type TapState } from './tap-state.ts'
import type { Templates } from './templates.ts'
import { makeTimers } from './timers.ts'
import { renderPage } from './view.ts'

export type Callback = (...args: unknown[]) => unknown
export type Definition = Record<string, unknown>

/** What stands over the page and waits for the person. */
export interface Dialog {
  kind: 'modal' | 'actionSheet' | 'privacy'
  options: Record<string, unknown>
  /** Modal: `确定`, `取消` or their renamed texts; sheet: an item or `取消`; privacy: `同意` or `拒绝`. */
  choices: string[]
  answer(choice: string, typed?: string): void
}

/** One life of the mini-program, from opening until WeChat kills it. */
export interface Session {
  device: Device
  realm: Realm
  templates: Templates
  tap: TapState
  alive: boolean
  /** Pages from the bottom to the one on the screen. */
  stack: Instance[]
  /** Tab pages that were opened once stay in memory. */
  tabs: Map<string, Instance>
  definitions: { app?: Definition; pages: Map<string, Definition>; components: Map<string, Definition> }
  /** The page or component whose script is running: `Page()` and `Component()` belong to it. */
  loading: string
  app?: Record<string, unknown>
  listeners: Map<string, Set<Callback>>
  dialog?: Dialog
  title: string
  launchOptions: Record<string, unknown>
  /** Calls under way that will end without the person's help. */
  working: Set<string>
  /** Things to stop when the session dies. */
  onKill: Set<() => void>
  fault(text: string): void
  /** Calls into the mini-program; what it throws becomes a fault. */
  run(what: string, work: () => unknown): unknown
  /** As `run`, in a macrotask of its own. */
  enter(what: string, work: () => unknown, tap?: boolean): Promise<void>
  /** Timers that are due within so many milliseconds fire now. */
  ring(ms: number): Promise<void>
  emit(event: string, payload: unknown): void
  /** Draws a page again if its data changed. */
  draw(page: PageState): void
}

export function makeSession(device: Device): Session {
  const fault = (text: string) => void device.faults.push(text)
  const session: Session = {
    device,
    realm: device.engine.realm(device.now),
    templates: device.engine.templates(fault),
    tap: makeTapState(device.shape.ios15),
    alive: true,
    stack: [],
    tabs: new Map(),
    definitions: { pages: new Map(), components: new Map() },
    loading: '',
    listeners: new Map(),
    title: '',
    launchOptions: {},
    working: new Set(),
    onKill: new Set(),
    fault,
    run: (what, work) => {
      if (!session.alive) return undefined
      try {
        return work()
      } catch (error) {
        fault(`${what}: ${describe(error)}`)
        return undefined
      }
    },
    enter: (what, work, tap = false) => session.tap.macrotask(tap, () => void session.run(what, work)),
    ring: async () => {},
    draw: page => renderPage(session, page),
    emit: (event, payload) => {
      for (const listener of [...(session.listeners.get(event) ?? [])])
        void session.enter(`on${event}`, () => listener(session.realm.hand(payload)))
    },
  }
  const { names, ring } = makeTimers(session)
  Object.assign(session.realm.globals, names, { console: makeConsole(device) })
  session.ring = ring
  return session
}

export function killSession(session: Session): void {
  session.alive = false
  for (const stop of session.onKill) stop()
  session.onKill.clear()
  session.working.clear()
  delete session.dialog
}

function makeConsole(device: Device) {
  const write =
    (level: string) =>
    (...parts: unknown[]) => {
      device.console.push(
        `${level}: ${parts.map(part => (typeof part === 'string' ? part : describe(part))).join(' ')}`,
      )
    }
  const levels = [
    'log',
    'info',
    'warn',
    'error',
    'debug',
    'trace',
    'group',
    'groupCollapsed',
    'groupEnd',
    'time',
    'timeEnd',
  ]
  return Object.fromEntries(levels.map(level => [level, write(level)]))
}
