import { type Instance, makePage } from './instances.ts'
import { loadPage } from './launch.ts'
import { fromRoot } from './project.ts'
import type { Callback, Session } from './session.ts'
import { lifetime, renderPage } from './view.ts'

/** WeChat keeps at most ten pages on top of each other. */
const mostPages = 10

export type RouteName = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'

export function topPage(session: Session): Instance | undefined {
  return session.stack.at(-1)
}

/** Goes there as WeChat would. Throws WeChat's own reason when it would refuse. */
export async function route(
  session: Session,
  name: RouteName,
  options: { url?: string; delta?: number },
): Promise<void> {
  if (name === 'navigateBack') return goBack(session, options.delta ?? 1)
  const { path, query } = readUrl(session, options.url ?? '')
  const { pages, tabPages } = session.device.project
  if (!pages.includes(path)) throw new Error(`page "${path}" is not found`)
  const isTab = tabPages.includes(path)
  if (name === 'switchTab' && !isTab) throw new Error('can not switch to no-tabBar page')
  if (name === 'navigateTo' && isTab) throw new Error('can not navigateTo a tabbar page')
  if (name === 'redirectTo' && isTab) throw new Error('can not redirectTo a tabbar page')
  if (name === 'navigateTo' && session.stack.length >= mostPages) throw new Error('webview count limit exceed')
  const page = session.tabs.get(path)
  if (name === 'switchTab' && page) return showTab(session, page)
  await leave(session, name)
  await arrive(session, path, query, isTab)
}

async function leave(session: Session, name: RouteName): Promise<void> {
  const top = topPage(session)
  if (name === 'navigateTo' && top) return hook(session, top, 'onHide')
  if (name === 'redirectTo' && top) return unload(session, top)
  if (name === 'switchTab') return clearAbove(session)
  for (const page of new Set([...session.stack.toReversed(), ...session.tabs.values()])) await unload(session, page)
}

/** Going to a tab closes every page that is not one; the tab that was open is only hidden. */
async function clearAbove(session: Session): Promise<void> {
  for (const page of session.stack.toReversed()) {
    if (session.tabs.has(page.path)) await hook(session, page, 'onHide')
    else await unload(session, page)
  }
  session.stack = []
}

async function showTab(session: Session, page: Instance): Promise<void> {
  if (topPage(session) === page) return
  await clearAbove(session)
  session.stack = [page]
  await hook(session, page, 'onShow')
}

async function goBack(session: Session, delta: number): Promise<void> {
  if (session.stack.length <= 1) throw new Error('cannot navigate back at first page.')
  const keep = Math.max(1, session.stack.length - Math.max(1, delta))
  for (const page of session.stack.slice(keep).toReversed()) await unload(session, page)
  const top = topPage(session)
  if (top) await hook(session, top, 'onShow')
}

async function arrive(session: Session, path: string, query: Record<string, string>, isTab: boolean): Promise<void> {
  await session.enter(`script of ${path}`, () => loadPage(session, path))
  if (!session.alive) return
  const page = makePage(session, path, query)
  session.stack.push(page)
  if (isTab) session.tabs.set(path, page)
  const { app, json } = session.device.project
  session.title = json(path).navigationBarTitleText ?? app.window?.navigationBarTitleText ?? ''
  await hook(session, page, 'onLoad', query)
  await hook(session, page, 'onShow')
  await session.enter(`drawing ${path}`, () => renderPage(session, page.page))
  await hook(session, page, 'onReady')
}

async function unload(session: Session, page: Instance): Promise<void> {
  session.stack = session.stack.filter(one => one !== page)
  session.tabs.delete(page.path)
  await hook(session, page, 'onUnload')
  for (const child of page.children.values()) lifetime(session, child, 'detached')
  page.page.gone = true
}

/** Calls a page's own function, as `onShow`, if it has one. */
export async function hook(session: Session, page: Instance, name: string, argument?: unknown): Promise<void> {
  // A page that lies under another one is hidden already.
  if (name === 'onHide' && !page.page.shown) return
  if (name === 'onShow' || name === 'onHide') page.page.shown = name === 'onShow'
  const work = page.self[name] as Callback | undefined
  if (typeof work !== 'function') return
  await session.enter(`${page.path} ${name}`, () => work.call(page.self, session.realm.hand(argument)))
}

function readUrl(session: Session, url: string): { path: string; query: Record<string, string> } {
  const [place = '', search = ''] = url.split('?')
  const folder = (topPage(session)?.path ?? '').split('/').slice(0, -1).join('/')
  return { path: fromRoot(place, folder), query: readQuery(search) }
}

/** Values stay as written in the URL: WeChat does not decode them. */
export function readQuery(search: string): Record<string, string> {
  const pairs = search.split('&').filter(Boolean)
  return Object.fromEntries(pairs.map(pair => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]))
}
