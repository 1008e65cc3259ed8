import type { Callback, Definition, Session } from './session.ts'

/** Gives the scripts `App`, `Page`, `Component` and the rest, then runs app.js. */
export function loadApp(session: Session): void {
  const { definitions, realm, device } = session
  Object.assign(realm.globals, {
    global: realm.assemble(),
    App: (definition: Definition) => {
      definitions.app = definition
    },
    Page: (definition: Definition) => void definitions.pages.set(session.loading, definition),
    Component: (definition: Definition) => {
      definitions.components.set(session.loading, definition)
      definitions.pages.set(session.loading, pageFromComponent(definition))
    },
    Behavior: (definition: Definition) => definition,
    getApp: () => session.app,
    getCurrentPages: () => session.realm.globals.wx && pagesOf(session),
  })
  if (Object.keys(device.plugins).length > 0) realm.globals.requirePlugin = (name: string) => findPlugin(session, name)
  loadScript(session, 'app')
  const { pages, packageOf, app } = device.project
  if (app.lazyCodeLoading !== 'requiredComponents')
    for (const page of pages) if (packageOf(page) === '') loadPage(session, page)
}

function pagesOf(session: Session): unknown[] {
  const list = session.realm.hand([]) as unknown[]
  list.push(...session.stack.map(page => page.self))
  return list
}

function findPlugin(session: Session, name: string): unknown {
  const plugin = session.device.project.app.plugins?.[name] && session.device.plugins[name]
  if (!plugin) throw session.realm.error(`plugin "${name}" is not defined`)
  return plugin
}

/** A page may be written with `Component()`: its methods are then the page's functions. */
function pageFromComponent(definition: Definition): Definition {
  return { ...definition, ...((definition.methods ?? {}) as object) }
}

/** Runs the scripts of a page and of every component that it names, once. */
export function loadPage(session: Session, path: string): void {
  if (session.definitions.pages.has(path)) return
  for (const component of Object.values(session.device.project.components(path))) loadComponent(session, component)
  loadScript(session, path)
}

function loadComponent(session: Session, path: string): void {
  if (session.definitions.components.has(path)) return
  session.definitions.components.set(path, {})
  for (const component of Object.values(session.device.project.components(path))) loadComponent(session, component)
  loadScript(session, path)
}

function loadScript(session: Session, path: string): void {
  const before = session.loading
  session.loading = path
  try {
    session.realm.load(path)
  } finally {
    session.loading = before
  }
}

/** The app object comes to life: `onLaunch`, then `onShow`. */
export async function startApp(session: Session, options: Record<string, unknown>): Promise<void> {
  Object.assign(session.launchOptions, options)
  await session.enter('script of app.js', () => loadApp(session))
  const { app } = session.definitions
  if (!app) throw new Error(`app.js did not call App(). ${session.device.faults.join('\n')}`)
  session.app = session.realm.assemble(app)
  await appHook(session, 'onLaunch', options)
  await appHook(session, 'onShow', options)
}

export async function appHook(session: Session, name: string, argument?: unknown): Promise<void> {
  const work = session.app?.[name] as Callback | undefined
  if (typeof work !== 'function') return
  await session.enter(`app ${name}`, () => work.call(session.app, session.realm.hand(argument)))
}
