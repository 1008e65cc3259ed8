import { testOrigin } from '@huiyin/dev/build.ts'
import { vi } from 'vitest'
import type { Engine } from '../weapp/engine.ts'
import type { Realm } from '../weapp/realm.ts'
import type { Session } from '../weapp/session.ts'
import { drawnAs } from './drawn.ts'
import { launchWith, type PhoneNames } from './phone-names.ts'
import { startProgram } from './start-program.ts'

type Program = typeof import('./program.ts')

const same = (value: unknown) => value

/** What WeChat, and the build for tests, put around every module. */
const given = {
  API_ORIGIN: testOrigin,
  APP_VERSION: '0',
  VOICE_PLUGIN: true,
  definePageConfig: same,
  defineAppConfig: same,
}

/** A plugin is known only once the app has started, when modules have been evaluated. */
const namesOf = ({ realm: { globals } }: Session): PhoneNames => ({
  ...globals,
  ...given,
  requirePlugin: (name: string) => (globals.requirePlugin as (name: string) => unknown)(name),
  getCurrentPages: () => (globals.getCurrentPages as () => unknown)(),
})

/** One after another: a module asks for the names of the phone that is being launched. */
let launching: Promise<unknown> = Promise.resolve()

const evaluate = (names: PhoneNames): Promise<Program> => {
  const next = launching.then(() => {
    vi.resetModules()
    launchWith(names)
    return import('./program.ts')
  })
  launching = next.catch(() => undefined)
  return next
}

const clockOf = (now: () => number) =>
  class extends Date {
    constructor(...given: [number?]) {
      super(given[0] ?? now())
    }
    static override now = now
  }

const makeRealm = (now: () => number = Date.now): Realm => ({
  globals: { Date: clockOf(now) },
  hand: value => (value === undefined ? value : JSON.parse(JSON.stringify(value))),
  error: message => new Error(message),
  bytes: content => Uint8Array.from(content).buffer,
  assemble: (...parts) => Object.assign({}, ...parts),
  promise: start => new Promise(start),
  load: () => undefined,
  loaded: () => [],
})

/**
 * The mini-program from its sources, without a build: React draws into plain nodes, everything below (`wx`, routes, taps, files, the
 * network) is the same as for the compiled one. What a build could break shows only there; what a page does shows here too, cheaply.
 */
export const openSources = async (): Promise<Engine> => {
  launchWith(given)
  const { project } = await import('./settings.ts')
  return {
    project,
    realm: makeRealm,
    templates: () => ({ render: (_, json) => drawnAs(json) }),
    prepare: async session => startProgram(session, await evaluate(namesOf(session))),
  }
}
