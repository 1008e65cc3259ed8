import { randomUUID } from 'node:crypto'
import { type Api, createApi } from '@huiyin/api/app.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside, type Given, type Outside } from '@huiyin/api/core/outside.ts'
import type { OpenDb } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { type Answer, type Asked, pathNames, type Route } from '@huiyin/shared/core/route.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import type { Photo } from '@huiyin/shared/photos/photo.ts'
import { type Routes, routes } from '../lists/routes.ts'
import { openTestDatabase } from './database.ts'
import { memoryStore } from './memory-store.ts'
import { packed } from './packed.ts'
import { patiently } from './patience.ts'
import { photo } from './picture.ts'
import { tellBugs } from './tell-bugs.ts'

export { routes }

/** A refusal as the caller gets it. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`)
    this.problem = problem
  }
}

/** Somebody with a phone in hand, signed in through the API. */
export type Someone = {
  openid: string
  id: string
  token: string
  call: <K extends keyof Routes>(name: K, input: Asked<Routes[K]>) => Promise<Answer<Routes[K]>>
  /** The raw answer, for looking at status and headers. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>
  upload: (id?: string, bytes?: Uint8Array, type?: string) => Promise<Photo>
}

export type World = {
  outside: Outside
  api: Api
  wechat: FakeWechat
  clock: { now: Date; forward: (minutes: number) => void }
  /** Signs in whoever has this openid; a new one is a new resident. */
  someone: (openid: string) => Promise<Someone>
  anybody: (path: string, init?: RequestInit) => Promise<Response>
  /** Waits for what the last requests left to do after their answers. */
  settle: () => Promise<void>
  databaseUrl: string | undefined
  close: () => Promise<void>
}

/** Tuesday 24 November 2026, 10:00 in Shanghai: a working morning. */
export const tuesdayMorning = new Date('2026-11-24T02:00:00.000Z')

/** The town's address for WeChat, when a test names it as PUBLIC_URL; and where it takes pushed events. */
export const townUrl = 'https://town.example'
export const pushUrl = `${townUrl}/api/wechat/push`

type Options = Given & {
  env?: Record<string, string>
  /** The platform lives by the town's clock and pushes its events to the service. */
  pushes?: boolean
  /** Answers what WeChat pushes, or fetches, elsewhere than from the town. */
  hook?: (request: Request) => Promise<Response>
  /** A database with a town in it, in place of a fresh one. */
  on?: OpenDb & { url?: string }
}

/** The whole service on a fresh database with the invented town, a given clock and the fake WeChat. */
export const openWorld = async ({ env: more, pushes, hook = fetch, on, ...given }: Options = {}): Promise<World> => {
  const opened = on ?? (await openTestDatabase())
  const clock = {
    now: tuesdayMorning,
    forward: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    },
  }
  const wechat = createFakeWechat({
    fetch: request => (request.url.startsWith(townUrl) ? api.fetch : hook)(request),
    ...(pushes && { now: () => clock.now, push: { url: pushUrl } }),
  })
  const listening = await wechat.listen()
  const later = new Set<Promise<unknown>>()
  const outside = await createOutside(readEnv({ ...demoEnv(listening.url), ...more }), {
    db: opened.db,
    now: () => clock.now,
    photoStore: memoryStore(),
    log: tellBugs,
    after: task => {
      const done = task().finally(() => later.delete(done))
      later.add(done)
      done.catch(() => {})
    },
    ...given,
  })
  const api: Api = createApi(outside)
  const anybody = (path: string, init?: RequestInit) => api.fetch(new Request(`http://town${path}`, init))
  const settle = async () => {
    while (later.size > 0) await Promise.all(later)
  }
  return {
    outside,
    api,
    wechat,
    clock,
    anybody,
    settle,
    databaseUrl: opened.url,
    someone: openid => signIn(wechat, anybody, openid, true),
    close: async () => {
      await settle().catch(() => {})
      if (pushes) await wechat.control.flush()
      await listening.close()
      await opened.close()
    },
  }
}

type Fetch = World['anybody']

/** A `patient` phone asks again when the service is busy. */
export const signIn = async (wechat: FakeWechat, anybody: Fetch, openid: string, patient = false): Promise<Someone> => {
  // A code opens one session: each try needs another.
  const withCode: Fetch = (path, init) =>
    anybody(path, { ...init, body: JSON.stringify({ code: wechat.control.registerLoginCode(openid) }) })
  const { token, person } = await callOver(
    patient ? patiently(withCode, ['busy', 'wechat-busy']) : withCode,
    personRoutes.openSession,
    { code: '' },
  )
  return callsBy(anybody, { openid, id: person.id, token }, patient)
}

/** Somebody who is signed in already, by this way to the service. */
export const callsBy = (anybody: Fetch, who: Pick<Someone, 'openid' | 'id' | 'token'>, patient = false): Someone => {
  const once: Fetch = (path, init = {}) =>
    anybody(path, { ...init, headers: { authorization: `Bearer ${who.token}`, ...init.headers } })
  const fetch = patient ? patiently(once) : once
  return {
    ...{ openid: who.openid, id: who.id, token: who.token, fetch },
    call: (name, input) => callOver(fetch, routes[name], input) as never,
    upload: async (id = randomUUID(), bytes, type = 'image/jpeg') => {
      const form = new FormData()
      form.set('file', new File([(bytes ?? (await photo())) as Uint8Array<ArrayBuffer>], 'photo.jpg', { type }))
      return read(await once(`/api/photos/${id}`, await packed(form)))
    },
  }
}

/** One call by its contract, the way the mini-program makes it. */
export const callOver = async <R extends Route>(fetch: Fetch, route: R, input: Asked<R>): Promise<Answer<R>> => {
  const names = pathNames(route.path)
  const given = input as Record<string, unknown>
  const path = names.reduce(
    (path, name) => path.replace(`:${name}`, encodeURIComponent(String(given[name]))),
    route.path,
  )
  const rest = Object.entries(given).filter(([name, value]) => !names.includes(name) && value !== undefined)
  if (route.method === 'GET' || route.method === 'DELETE') {
    const query = new URLSearchParams(rest.map(([name, value]): [string, string] => [name, String(value)]))
    return read(await fetch(`${path}${rest.length > 0 ? `?${query}` : ''}`, { method: route.method }))
  }
  const init = {
    method: route.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(rest)),
  }
  return read(await fetch(path, init))
}

const read = async <T>(response: Response): Promise<T> => {
  if (response.ok) return (await response.json()) as T
  throw new Refused((await response.json()) as Problem)
}

/** The code of the refusal that a call meets; fails when it is not refused. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  const said = await outcome(call)
  if (said === 'done') throw new Error('it was not refused')
  return said
}

/** `done`, or the code of the refusal. */
export const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.problem.code : Promise.reject(error)),
  )

/** A tap on the matter `id`, with an id of its own. */
export const tap = (id: string) => ({ id, eventId: randomUUID() })
