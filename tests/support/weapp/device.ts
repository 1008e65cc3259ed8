import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from './engine.ts'
import type { Project } from './project.ts'

export type NetworkType = 'wifi' | '4g' | '3g' | '2g' | 'none'

export interface ApiCall {
  api: string
  /** The options as given, without the callbacks. */
  options: Record<string, unknown>
}

/** The phone in the hand: what survives when WeChat kills the mini-program, and the test's notebook. */
export interface Device {
  engine: Engine
  project: Project
  /** Where requests really go, as `http://127.0.0.1:4321`. */
  apiBase: string
  /** Origins that the WeChat console allows, as `https://huiyin.example`. */
  domains: string[]
  /** Folder of this phone on the disk; `user` survives a kill, `temp` does not. */
  folder: string
  storage: Map<string, string>
  network: NetworkType
  privacy: { agreed: boolean; declared: readonly string[] | 'all' }
  /** `scope.*` and what the person allowed. */
  scopes: Map<string, boolean>
  shape: DeviceShape
  /** What the person or the platform will answer to the next call of an API. */
  answers: Map<string, unknown[]>
  calls: ApiCall[]
  /** Everything that would be an error on a real phone. */
  faults: string[]
  console: string[]
  tabBadges: Map<number, string>
  login: () => string | Promise<string>
  /** The phone's clock, in milliseconds; the computer's own when not given. */
  now: (() => number) | undefined
  plugins: Record<string, unknown>
  templates: Record<string, { type: 2 | 3; title: string }> | undefined
  setData: { calls: number; largest: number; sinceAction: number; mostPerAction: number }
}

export interface DeviceShape {
  platform: 'ios' | 'android' | 'devtools'
  /** iOS 15 and older emulate promises with timers: a tap is over as soon as the handler returns. */
  ios15: boolean
  theme: 'light' | 'dark'
  fontSizeScaleFactor: number
  SDKVersion: string
}

export const ordinaryShape: DeviceShape = {
  platform: 'android',
  ios15: false,
  theme: 'light',
  fontSizeScaleFactor: 1,
  SDKVersion: '3.8.0',
}

/** A new empty folder for one phone. */
export function makePhoneFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-phone-'))
  mkdirSync(join(folder, 'user'))
  mkdirSync(join(folder, 'temp'))
  return folder
}

/** WeChat may throw temporary files away at any time; a kill does. */
export function emptyTemp(device: Device): void {
  rmSync(join(device.folder, 'temp'), { recursive: true, force: true })
  mkdirSync(join(device.folder, 'temp'))
}

/** The next prepared answer to an API, taken off the pile; undefined if there is none. */
export function takeAnswer(device: Device, api: string): unknown {
  return device.answers.get(api)?.shift()
}
