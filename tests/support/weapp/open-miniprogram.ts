import { rmSync } from 'node:fs'
import { testOrigin } from '@huiyin/dev/build.ts'
import { type Device, type DeviceShape, makePhoneFolder, type NetworkType, ordinaryShape } from './device.ts'
import { compiledEngine, type Engine } from './engine.ts'
import { makeMiniprogram } from './make-miniprogram.ts'
import type { Miniprogram } from './miniprogram.ts'
import { missingFiles } from './missing-files.ts'
import { readProject } from './project.ts'
import type { Photo } from './wx/media.ts'

export interface MiniprogramOptions {
  /** Folder of the compiled build, with app.json in it. */
  dist: string
  /** Something else to run than the build. */
  engine?: Engine
  /** Where requests to an allowed domain really go, as `http://127.0.0.1:4321`. */
  apiBase: string
  /** Gives the code of the next `wx.login`. */
  login?: () => string | Promise<string>
  /** What the person picks at the first `chooseMedia`; later ones with `will('chooseMedia', …)`. */
  photos?: Photo[]
  /** Origins in the console's domain list. */
  domains?: string[]
  shape?: Partial<DeviceShape>
  network?: NetworkType
  /** `agreed: false`: the person has not yet consented. `declared`: APIs that the privacy guide lists. */
  privacy?: { agreed?: boolean; declared?: readonly string[] | 'all' }
  /** Objects that `requirePlugin` gives, by name; without any there is no `requirePlugin`. */
  plugins?: Record<string, unknown>
  /** Known subscribe templates; without it every id is known. Type 2 is one-time, 3 long-term. */
  templates?: Record<string, { type: 2 | 3; title: string }>
  /** The phone's clock, in milliseconds, as the town's; the computer's own when not given. */
  now?: () => number
  /** Page to open first, as `reports/pages/new/index?scene=b%3DA1`; the first page of app.json otherwise. */
  path?: string
}

/**
 * Opens a compiled mini-program on a phone of its own. Throws when WeChat would not start it.
 * @example
 * const phone = await openMiniprogram({ dist, apiBase, login: () => 'code-1', photos: ['leak.jpg'] })
 * await phone.tap('报问题')
 * await phone.tap('拍照或选照片')
 * await phone.input('说一句', '三楼漏水')
 * phone.kill()
 * await phone.relaunch()
 * expect(phone.screen()).toContain('有一件没写完')
 * phone.close()
 */
export async function openMiniprogram(options: MiniprogramOptions): Promise<Miniprogram> {
  const device = makeDevice(options, options.engine ?? compiled(options.dist))
  try {
    return await makeMiniprogram(device, options.path)
  } catch (error) {
    rmSync(device.folder, { recursive: true, force: true })
    throw error
  }
}

let codes = 0

export function compiled(dist: string): Engine {
  const missing = missingFiles(dist)
  if (missing.length > 0) throw new Error(`WeChat would not start this build:\n${missing.join('\n')}`)
  return compiledEngine(readProject(dist))
}

/** A phone with nothing of ours on it yet, to run `engine`. */
export function makeDevice(options: MiniprogramOptions, engine: Engine): Device {
  return {
    engine,
    project: engine.project,
    apiBase: options.apiBase,
    domains: options.domains ?? [testOrigin],
    folder: makePhoneFolder(),
    storage: new Map(),
    network: options.network ?? 'wifi',
    privacy: { agreed: options.privacy?.agreed ?? true, declared: options.privacy?.declared ?? 'all' },
    scopes: new Map(),
    shape: { ...ordinaryShape, ...options.shape },
    answers: new Map(options.photos ? [['chooseMedia', [options.photos]]] : []),
    calls: [],
    faults: [],
    console: [],
    tabBadges: new Map(),
    login: options.login ?? (() => `code-${++codes}`),
    now: options.now,
    plugins: options.plugins ?? {},
    templates: options.templates,
    setData: { calls: 0, largest: 0, sinceAction: 0, mostPerAction: 0 },
  }
}
