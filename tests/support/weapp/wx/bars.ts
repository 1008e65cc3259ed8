import type { RouteName } from '../routes.ts'
import { route, topPage } from '../routes.ts'
import type { Session } from '../session.ts'
import { type Api, asyncApis, refuse } from './api.ts'

const routeNames: RouteName[] = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack']

/** Going from page to page, and the two bars that the platform draws around a page. */
export function barApis(session: Session): Record<string, unknown> {
  const routes = routeNames.map((name): [string, Api] => [name, options => move(session, name, options)])
  return asyncApis(session, {
    ...Object.fromEntries(routes),
    setNavigationBarTitle: ({ title }) => {
      session.title = String(title)
    },
    setNavigationBarColor: () => undefined,
    setBackgroundColor: () => undefined,
    setBackgroundTextStyle: () => undefined,
    setTabBarBadge: ({ index, text }) => setBadge(session, index, String(text)),
    removeTabBarBadge: ({ index }) => setBadge(session, index, undefined),
    showTabBarRedDot: ({ index }) => setBadge(session, index, '•'),
    hideTabBarRedDot: ({ index }) => setBadge(session, index, undefined),
    setTabBarStyle: () => onTabPage(session),
    setTabBarItem: () => onTabPage(session),
    showTabBar: () => onTabPage(session),
    hideTabBar: () => onTabPage(session),
    startPullDownRefresh: () => undefined,
    stopPullDownRefresh: () => undefined,
    pageScrollTo: () => undefined,
    hideShareMenu: () => undefined,
    showShareMenu: () => undefined,
    hideHomeButton: () => undefined,
    loadFontFace: () => undefined,
  })
}

async function move(session: Session, name: RouteName, options: Record<string, unknown>): Promise<void> {
  try {
    await route(session, name, options)
  } catch (error) {
    refuse((error as Error).message)
  }
}

function onTabPage(session: Session): void {
  if (!session.device.project.tabPages.includes(topPage(session)?.path ?? '')) refuse('not TabBar page')
}

function setBadge(session: Session, index: unknown, text: string | undefined): void {
  onTabPage(session)
  if (!(Number(index) < session.device.project.tabPages.length)) refuse('invalid index')
  if (text === undefined) session.device.tabBadges.delete(Number(index))
  else session.device.tabBadges.set(Number(index), text)
}
