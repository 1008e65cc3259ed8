import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagesFolder, testOrigin } from '@huiyin/dev/build.ts'
import { demoTemplates } from '@huiyin/dev/wechat/templates.ts'
import { serveFolder } from './browser/serve-folder.ts'
import { photo } from './picture.ts'
import { compiledEngine, type Engine } from './weapp/engine.ts'
import type { Miniprogram } from './weapp/miniprogram.ts'
import { type MiniprogramOptions, openMiniprogram } from './weapp/open-miniprogram.ts'
import { readProject } from './weapp/project.ts'
import { openWorld, type Someone, type World } from './world.ts'

export const dist = pagesFolder('weapp')

/** What stands between the phones and the API. */
export type Line = {
  /** Every request that came, as `POST /api/reports`. */
  asked: string[]
  /** Answers in place of the API; undefined lets the request through. */
  meet: ((asked: string, request: Request) => Promise<Response | undefined> | Response | undefined) | undefined
}

export type Phones = {
  world: World
  line: Line
  /** A phone of this person with the mini-program on its home page, and photos to choose. */
  open: (openid: string, options?: Partial<MiniprogramOptions>) => Promise<Miniprogram>
  /** So many minutes go by in the town, and on every phone that lies open. */
  pass: (minutes: number) => Promise<void>
  /** What a person would choose from the album, for `will('chooseMedia', …)`. */
  pictures: (count?: number) => Promise<Uint8Array[]>
  /** Puts every phone away; throws when one of them noticed an error. */
  closeAll: () => void
  close: () => Promise<void>
}

/** What a room needs on its pages, so that there is something on them: `phone/pages.ts` in its folder exports it as `pages`. */
export type PhonePages = {
  /** Who opens a page, by its name, where it is not a resident. */
  holders: Record<string, string>
  /** Pages that show nothing without the number of a matter. */
  needing: string[]
  /** Fills the town for this resident; answers whose id stands in the address of which page. */
  fill: (world: World, she: Someone) => Promise<Record<string, string>>
}

const pictures = async (count = 1) => Array<Uint8Array>(count).fill(await photo())
const minutesPerRequest = 1 / 600

/** The invented town, and phones that run the compiled mini-program against its real API. */
export const openPhones = async (env: Record<string, string> = {}): Promise<Phones> => {
  const engine = await engineOf()
  const world = await openWorld({ env })
  const line: Line = { asked: [], meet: undefined }
  const open: Miniprogram[] = []
  const served = await serveFolder(dist, {
    '/': async request => {
      const asked = `${request.method} ${new URL(request.url).pathname}`
      line.asked.push(asked)
      // Nothing takes no time at all: what came first stands first.
      world.clock.forward(minutesPerRequest)
      return (await line.meet?.(asked, request)) ?? world.api.fetch(request)
    },
  })
  const openPhone = async (openid: string, options: Partial<MiniprogramOptions> = {}) => {
    const phone = await openMiniprogram({
      dist,
      engine,
      apiBase: served.base,
      login: () => world.wechat.control.registerLoginCode(openid),
      photos: await pictures(),
      templates: demoTemplates,
      now: () => world.clock.now.getTime(),
      ...options,
    })
    open.push(phone)
    return phone
  }
  const closeAll = () => {
    line.meet = undefined
    for (const phone of open.splice(0)) phone.close()
  }
  const pass = async (minutes: number) => {
    world.clock.forward(minutes)
    for (const phone of open) if (phone.alive()) await phone.pass(minutes)
  }
  return {
    world,
    line,
    open: openPhone,
    pass,
    pictures,
    closeAll,
    close: async () => {
      for (const phone of open.splice(0)) phone.close('faults')
      await served.close()
      await world.close()
    },
  }
}

/** The build; or, where mutants are tried, the sources. */
const engineOf = async (): Promise<Engine> => {
  if (process.env.HUIYIN_PHONE === 'sources') return (await import('./source/engine.ts')).openSources()
  mustBeForTests()
  return compiledEngine(readProject(dist))
}

/** A build for another server would fail everywhere and nowhere clearly. */
const mustBeForTests = () => {
  const scripts = readdirSync(dist).filter(name => name.endsWith('.js'))
  if (!scripts.some(name => readFileSync(join(dist, name), 'utf8').includes(testOrigin)))
    throw new Error(`${dist} was built for another server than ${testOrigin}: delete it and run npm test`)
}
