import { randomBytes } from 'node:crypto'
import type { Device } from '../device.ts'
import type { Session } from '../session.ts'
import { asyncApis, refuse } from './api.ts'
import { userDataPath } from './files.ts'
import { appid } from './request.ts'

/** A phone of ordinary size, in points. */
const size = {
  windowWidth: 390,
  windowHeight: 756,
  screenWidth: 390,
  screenHeight: 844,
  pixelRatio: 3,
  statusBarHeight: 47,
}

const window = {
  ...size,
  screenTop: 88,
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
}

const baseOf = ({ shape }: Device) => ({
  SDKVersion: shape.SDKVersion,
  version: '8.0.50',
  language: 'zh_CN',
  theme: shape.theme,
  enableDebug: false,
  host: { env: 'WeChat' },
  fontSizeScaleFactor: shape.fontSizeScaleFactor,
  fontSizeSetting: Math.round(16 * shape.fontSizeScaleFactor),
})

const bodyOf = ({ shape }: Device) => ({
  brand: 'invented',
  model: 'invented',
  system: 'invented 1',
  platform: shape.platform,
  memorySize: 4096,
})

const everythingOf = (device: Device) => ({ ...window, ...baseOf(device), ...bodyOf(device) })

/** What the phone tells of itself, and small things that no other file here owns. */
export function systemApis(session: Session): Record<string, unknown> {
  const { device } = session
  return {
    env: { USER_DATA_PATH: userDataPath },
    ...tellingApis(session),
    canIUse: (what: string) => String(what.split('.')[0]) in (session.realm.globals.wx as object),
    getUpdateManager: () => updateManager(),
    createSelectorQuery: () => selectorQuery(session),
    createIntersectionObserver: () => observer(),
    createMapContext: () => ({}),
    nextTick: (work: () => unknown) => void session.enter('nextTick', work),
    ...asyncApis(session, {
      getSystemInfo: () => everythingOf(device),
      getSystemInfoAsync: () => everythingOf(device),
      getNetworkType: () => ({ networkType: device.network, isConnected: device.network !== 'none' }),
      getRandomValues: ({ length }) => {
        const bytes = Number(length)
        if (!(bytes > 0) || bytes > 1048576) refuse('invalid length')
        return { randomValues: new Uint8Array(randomBytes(bytes)) }
      },
      hideKeyboard: () => undefined,
      exitMiniProgram: () => undefined,
      openDocument: () => undefined,
      setVisualEffectOnCapture: () => undefined,
    }),
  }
}

function tellingApis({ device, realm, launchOptions }: Session): Record<string, () => unknown> {
  const told: Record<string, () => object> = {
    getWindowInfo: () => window,
    getAppBaseInfo: () => baseOf(device),
    getDeviceInfo: () => bodyOf(device),
    getSystemInfoSync: () => everythingOf(device),
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ locationAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: appid, envVersion: 'release', version: '1.0.0' } }),
    getLaunchOptionsSync: () => launchOptions,
    getEnterOptionsSync: () => launchOptions,
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, left: 296, right: 383, top: 51, bottom: 83 }),
  }
  return Object.fromEntries(Object.entries(told).map(([name, tell]) => [name, () => realm.hand(tell())]))
}

function updateManager() {
  const nothing = () => {}
  return { onCheckForUpdate: nothing, onUpdateReady: nothing, onUpdateFailed: nothing, applyUpdate: nothing }
}

function observer() {
  const one = { relativeTo: () => one, relativeToViewport: () => one, observe: () => {}, disconnect: () => {} }
  return one
}

/** There is no layout here: every question is answered with null, as WeChat does for a node that is not there. */
function selectorQuery(session: Session) {
  let asked = 0
  const count = () => {
    asked += 1
    return query
  }
  const node = { boundingClientRect: count, scrollOffset: count, fields: count, node: count, context: count }
  const query = {
    in: () => query,
    select: () => node,
    selectAll: () => node,
    selectViewport: () => node,
    exec: (done?: (answers: unknown) => unknown) =>
      void session.enter('selectorQuery', () => done?.(session.realm.hand(Array(asked).fill(null)))),
  }
  return query
}
