import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Api, createApi } from '@huiyin/api/app.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside, type Outside } from '@huiyin/api/core/outside.ts'
import { bringUpEmbedded } from '@huiyin/db/bring-up.ts'
import { openEmbedded } from '@huiyin/db/core/client.ts'
import { openClock } from './clock.ts'
import { demoEnv } from './demo-env.ts'
import { demoRoutes } from './demo-routes.ts'
import { createSite } from './site.ts'
import { planCast } from './town/cast.ts'
import { isSeeded, seedTown } from './town/seed-town.ts'
import { createFakeWechat } from './wechat/server.ts'
import { demoTemplateIds } from './wechat/templates.ts'
import { words } from './words.ts'

type Options = {
  /** Where the town lives: database, photos, the hour. */
  folder: string
  /** 0 takes a free one. */
  port: number
  /** Folder of the built H5 pages; may still be in the making when this begins. */
  pages: string
  /** Forgets the town of the last time. */
  fresh?: boolean
  say?: (text: string) => void
}

export type Demo = { url: string; close: () => Promise<void> }

/** Under this address the fake WeChat finds the service, in the same process. */
const publicUrl = 'https://demo.huiyin.example'
const choresEveryMs = 1000
const messagesAtHand = 50

/**
 * The whole service in one process, with a town in it: embedded database, fake WeChat, API, pages, one port. Throws when
 * the folder is in use by another process.
 */
export const openDemo = async ({ folder, port, pages, fresh, say = () => {} }: Options): Promise<Demo> => {
  const database = await openTownDatabase(folder, fresh)
  const clock = openClock(join(folder, 'clock'))
  // What the platform fetches or pushes, it fetches from this service and pushes to it.
  const push = { url: `${publicUrl}/api/wechat/push` }
  const wechat = createFakeWechat({ now: clock.now, push, fetch: request => api.fetch(request) })
  const platform = await wechat.listen()
  const outside = await createOutside(laptopEnv(folder, platform.url), { db: database.db, now: clock.now })
  await settleTown(outside, say)
  const api: Api = createApi(outside)
  const cast = planCast()
  for (const { openid } of cast)
    for (const id of Object.values(demoTemplateIds)) wechat.control.credits(openid, id, messagesAtHand)
  const beat = () => {
    // Whoever stands in the demo page has the mini-program open.
    for (const { openid } of cast) wechat.control.visit(openid)
    clock.save()
    return api.chores()
  }
  const chores = everySecond(beat, () => say(words.choresFailed))
  const demo = demoRoutes({ cast, wechat: wechat.control, clock, photoStore: outside.photoStore, chores: beat })
  const site = createSite({ api: api.fetch, demo, clock, pages })
  const server = await listen(site.fetch, port)
  const close = async () => {
    await server.close()
    await chores.stop()
    clock.save()
    await outside.close()
    // The platform still tells of the last messages.
    await wechat.control.flush()
    await database.close()
    await platform.close()
  }
  return { url: server.url, close }
}

const openTownDatabase = async (folder: string, fresh = false) => {
  const opened = await openEmbedded(folder)
  if (!fresh) return opened
  // Opened first, so that a town in use by another process is left alone.
  await opened.close()
  for (const name of ['pg', 'photos', 'clock']) rmSync(join(folder, name), { recursive: true, force: true })
  return openEmbedded(folder)
}

const laptopEnv = (folder: string, wechatUrl: string) =>
  readEnv({
    ...demoEnv(wechatUrl),
    NODE_ENV: 'development',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    PHOTO_FOLDER: join(folder, 'photos'),
    PUBLIC_URL: publicUrl,
  })

const settleTown = async ({ db, photoStore, keys, now }: Outside, say: (text: string) => void) => {
  await bringUpEmbedded(db)
  if (await isSeeded(db)) return
  say(words.seeding)
  const started = performance.now()
  await seedTown(db, photoStore, keys, now())
  say(words.seeded(Math.ceil((performance.now() - started) / 1000)))
}

/** Runs `work` each second, never twice at once; `stop` waits for the running one. */
const everySecond = (work: () => Promise<unknown>, onFailure: () => void) => {
  let running: Promise<unknown> | undefined
  const timer = setInterval(() => {
    running ??= work()
      .catch(onFailure)
      .finally(() => {
        running = undefined
      })
  }, choresEveryMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

const listen = (fetch: (request: Request) => Response | Promise<Response>, port: number) =>
  new Promise<Demo>((resolve, reject) => {
    const server = serve({ fetch, port }, ({ port: bound }: AddressInfo) =>
      resolve({
        url: `http://localhost:${bound}`,
        close: () =>
          new Promise(done => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.once('error', reject)
  })
