import { rmSync } from 'node:fs'
import { type Device, emptyTemp, type NetworkType } from './device.ts'
import { changeTo, loseImage, pullPageDown, scrollNode, sharePage, tapNode, typeInto } from './gestures.ts'
import { appHook, startApp } from './launch.ts'
import type { Miniprogram } from './miniprogram.ts'
import { hook, readQuery, route, topPage } from './routes.ts'
import {
  describeScreen,
  fieldNamed,
  findAll,
  findOne,
  named,
  outlineOf,
  type Target,
  treeFigures,
  treeOf,
} from './screen.ts'
import { killSession, makeSession, type Session } from './session.ts'
import { setDataFigures } from './set-data.ts'
import { settle, waitUntil } from './settle.ts'
import { textOf, type ViewNode } from './tree.ts'
import { installWx } from './wx/make-wx.ts'
import { cutTransfers } from './wx/network.ts'

export async function makeMiniprogram(device: Device, path?: string): Promise<Miniprogram> {
  let session = await launch(device, path)
  const now = () => session
  const target = (what: Target) =>
    waitUntil(now, named(what), () => findAll(session, what).length > 0).then(() => findOne(session, what))
  const after = async (action: Promise<unknown>) => {
    device.setData.sinceAction = 0
    await action
    await settle(session)
  }
  return {
    ...looking(now),
    ...doing(now, target, after),
    ...outside(device, now, after),
    alive: () => session.alive,
    kill: () => {
      killSession(session)
      emptyTemp(device)
    },
    relaunch: async to => {
      if (session.alive) throw new Error('kill() it first')
      session = await launch(device, to)
    },
    close: expecting => {
      killSession(session)
      rmSync(device.folder, { recursive: true, force: true })
      if (device.faults.length > 0 && !expecting) throw new Error(`the phone noticed:\n${device.faults.join('\n')}`)
    },
  }
}

async function launch(device: Device, path = device.project.app.pages[0] ?? ''): Promise<Session> {
  const session = makeSession(device)
  device.tabBadges.clear()
  installWx(session)
  await device.engine.prepare(session)
  const [page = '', search = ''] = path.split('?')
  await startApp(session, {
    path: page,
    query: readQuery(search),
    scene: 1001,
    referrerInfo: {},
    apiCategory: 'default',
  })
  // An old link, an old code: WeChat asks the app what to do, and shows a page of its own where the app does nothing.
  if (device.project.pages.includes(page)) await route(session, 'reLaunch', { url: `/${path}` })
  else await appHook(session, 'onPageNotFound', { path: page, query: readQuery(search), isEntryPage: true })
  await settle(session)
  return session
}

function openDialog({ dialog }: Session) {
  if (!dialog) return undefined
  const { success, fail, complete, ...options } = dialog.options
  return { kind: dialog.kind, options, choices: dialog.choices }
}

function looking(now: () => Session) {
  const top = () => topPage(now())
  return {
    screen: () => textOf(treeOf(now())),
    page: () => top()?.path ?? '',
    pages: () => now().stack.map(page => page.path),
    query: () => top()?.page.query ?? {},
    title: () => now().title,
    find: (what: Target) => findOne(now(), what),
    findAll: (what: Target) => findAll(now(), what),
    has: (what: Target) => findAll(now(), what).length > 0,
    dialog: () => openDialog(now()),
    outline: () => outlineOf(now()),
    figures: () => ({ ...setDataFigures(now().device), ...treeFigures(now()) }),
  }
}

function doing(
  now: () => Session,
  target: (what: Target) => Promise<ViewNode>,
  after: (action: Promise<unknown>) => Promise<void>,
) {
  const page = () => topPage(now())
  return {
    waitFor: async (what: Target | (() => boolean)) => {
      if (typeof what === 'function') await waitUntil(now, 'a condition', what)
      else await target(what)
    },
    tap: (what: Target) => after(target(what).then(node => tapNode(now(), node))),
    input: (what: Target, text: string) => after(target(fieldNamed(what)).then(node => typeInto(now(), node, text))),
    choose: (what: Target, value: unknown) => after(target(what).then(node => changeTo(now(), node, value))),
    lose: (what: Target) => after(target(what).then(node => loseImage(now(), node))),
    scroll: async (what?: Target) => {
      const top = page()
      if (what) await after(target(what).then(node => scrollNode(now(), node)))
      else if (top) await after(hook(now(), top, 'onReachBottom'))
    },
    pullDown: () => after(pullPageDown(now())),
    share: () => after(sharePage(now())),
    tapTab: async (text: string) => {
      const tabs = now().device.project.app.tabBar?.list ?? []
      const index = tabs.findIndex(tab => tab.text === text)
      const { pagePath } = tabs[index] ?? {}
      if (!pagePath) throw new Error(`no tab ${text}; tabs: ${tabs.map(tab => tab.text).join('、')}`)
      await after(route(now(), 'switchTab', { url: `/${pagePath}` }))
      const top = page()
      if (top) await after(hook(now(), top, 'onTabItemTap', { index, pagePath, text }))
    },
    back: () => after(route(now(), 'navigateBack', {})),
    visit: (path: string) => after(route(now(), 'reLaunch', { url: `/${path}` })),
    pass: (minutes: number) => after(now().ring(minutes * 60_000)),
    settle: () => settle(now()),
  }
}

function outside(device: Device, now: () => Session, after: (action: Promise<unknown>) => Promise<void>) {
  return {
    device,
    tabBadges: () => {
      const tabs = device.project.app.tabBar?.list ?? []
      return Object.fromEntries([...device.tabBadges].map(([index, text]) => [tabs[index]?.text ?? index, text]))
    },
    answer: async (choice: string, typed?: string) => {
      const dialog = await waitUntil(now, 'a dialog', () => now().dialog)
      if (!dialog.choices.includes(choice))
        throw new Error(`the dialog offers ${dialog.choices.join('、')}\n${describeScreen(now())}`)
      await after(Promise.resolve(dialog.answer(choice, typed)))
    },
    will: (api: string, answer: unknown) => void device.answers.set(api, [...(device.answers.get(api) ?? []), answer]),
    calls: (api: string) => device.calls.filter(call => call.api === api).map(call => call.options),
    network: async (type: NetworkType) => {
      if (type === device.network) return
      device.network = type
      if (type === 'none') cutTransfers(now())
      now().emit('NetworkStatusChange', { isConnected: type !== 'none', networkType: type })
      await settle(now())
    },
    hide: async () => {
      const top = topPage(now())
      if (top) await hook(now(), top, 'onHide')
      now().emit('AppHide', {})
      await after(appHook(now(), 'onHide', {}))
    },
    show: async () => {
      await appHook(now(), 'onShow', now().launchOptions)
      now().emit('AppShow', now().launchOptions)
      const top = topPage(now())
      if (top) await after(hook(now(), top, 'onShow'))
    },
    faults: () => [...device.faults],
    console: () => [...device.console],
    storage: () => Object.fromEntries([...device.storage].map(([key, text]) => [key, JSON.parse(text) as unknown])),
  }
}
