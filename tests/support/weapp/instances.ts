import { describe } from './describe.ts'
import type { Callback, Definition, Session } from './session.ts'
import { crossBridge, writePath } from './set-data.ts'
import type { ViewNode } from './tree.ts'

/** A page or a component that lives. */
export interface Instance {
  path: string
  /** `this` inside the mini-program. */
  self: Record<string, unknown>
  /** The page that it is or lies in. */
  page: PageState
  /** Last JSON that the parent gave for each property. */
  given: Map<string, string>
  children: Map<string, Instance>
  node?: ViewNode
}

export interface PageState {
  root: Instance
  query: Record<string, string>
  tree?: ViewNode
  dirty: boolean
  /** What the person typed or switched, with the value that the page showed before. */
  typed: Map<string, { value: unknown; over: unknown }>
  gone: boolean
  /** Between its `onShow` and its `onHide`. */
  shown: boolean
}

export function makePage(session: Session, path: string, query: Record<string, string>): Instance {
  const definition = session.definitions.pages.get(path)
  if (!definition) throw new Error(`Page "${path}" has not been registered yet.`)
  // Its root is made with it, two lines below.
  const page = { query, dirty: true, typed: new Map(), gone: false, shown: false } as unknown as PageState
  const instance = makeInstance(session, path, definition, page)
  page.root = instance
  Object.assign(instance.self, { route: path, __route__: path, options: session.realm.hand(query) })
  return instance
}

export function makeComponent(session: Session, path: string, page: PageState): Instance {
  const definition = session.definitions.components.get(path)
  if (!definition) throw new Error(`Component "${path}" has not been registered yet.`)
  return makeInstance(session, path, definition, page)
}

function makeInstance(session: Session, path: string, definition: Definition, page: PageState): Instance {
  const { realm } = session
  const self = realm.assemble(definition, (definition.methods ?? {}) as object)
  const instance: Instance = { path, self, page, given: new Map(), children: new Map() }
  self.data = realm.hand({ ...defaultsOf(definition), ...((definition.data ?? {}) as object) })
  self.is = path
  self.setData = (change: Record<string, unknown>, callback?: Callback) => setData(session, instance, change, callback)
  self.selectComponent = (selector: string) => select(page.root, selector)[0] ?? null
  self.selectAllComponents = (selector: string) => select(page.root, selector)
  self.createSelectorQuery = () =>
    (session.realm.globals.wx as { createSelectorQuery(): unknown }).createSelectorQuery()
  return instance
}

function defaultsOf(definition: Definition): Record<string, unknown> {
  const properties = Object.entries((definition.properties ?? {}) as Record<string, { value?: unknown } | null>)
  return Object.fromEntries(properties.map(([name, property]) => [name, property?.value ?? null]))
}

function setData(session: Session, instance: Instance, change: Record<string, unknown>, callback?: Callback): void {
  if (!session.alive || instance.page.gone) return
  let json: string
  try {
    json = crossBridge(session.device, instance.path, change)
  } catch (error) {
    session.fault((error as Error).message)
    throw session.realm.error(describe(error))
  }
  const values = session.realm.hand(JSON.parse(json)) as Record<string, unknown>
  for (const [path, value] of Object.entries(values))
    writePath(instance.self.data as Record<string, unknown>, path, value)
  instance.page.dirty = true
  const name = `setData ${session.device.setData.calls}`
  session.working.add(name)
  void session
    .enter('setData callback', () => {
      session.draw(instance.page)
      callback?.call(instance.self)
    })
    .then(() => session.working.delete(name))
}

function select(instance: Instance, selector: string): unknown[] {
  const [kind, name] = [selector[0], selector.slice(1)]
  const fits = ({ node }: Instance) => (kind === '#' ? node?.attrs.id === name : node?.classes.includes(name))
  const here = [...instance.children.values()]
  return here.flatMap(child => [...(fits(child) ? [child.self] : []), ...select(child, selector)])
}
