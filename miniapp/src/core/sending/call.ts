import { commonProblem } from '@huiyin/shared/core/common-problem.ts'
import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import type { Answer, Asked, Route } from '@huiyin/shared/core/route.ts'
import { pathNames } from '@huiyin/shared/core/route.ts'
import type { Ask, Reply } from '../device/platform-shape.ts'
import { phoneProblem, trouble } from './trouble.ts'

/** Milliseconds: one try, and the waits before the second and third. */
const timeout = 15_000
const waits = [800, 2_000]

type Needs = {
  origin: string
  request: (ask: Ask) => Promise<Reply>
  token: () => Promise<string>
  renew: (worn: string) => Promise<string>
  wait: (ms: number) => Promise<void>
}

type Fields = Record<string, unknown>

const query = (fields: Fields) => {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined)
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
}

/** Where an input travels: names of the path in the path, the rest in the query or the body. */
export const toAsk = (route: Route, input: Fields, origin: string): Ask => {
  const rest = { ...input }
  let url = origin + route.path
  for (const name of pathNames(route.path)) {
    // Somebody came by an address that lost its end.
    if (!input[name]) throw trouble(phoneProblem('no-id'))
    url = url.replace(`:${name}`, encodeURIComponent(String(input[name])))
    delete rest[name]
  }
  const asked = query(rest)
  if (route.method === 'GET' || route.method === 'DELETE') {
    return { method: route.method, url: asked ? `${url}?${asked}` : url, headers: {}, timeout }
  }
  return {
    method: route.method,
    url,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rest),
    timeout,
  }
}

/** A write that carries an id made on the phone may be sent again: the server answers the same. */
const mayRepeat = (route: Route, input: Fields) =>
  route.method !== 'POST' || typeof input.eventId === 'string' || (typeof input.id === 'string' && !route.upload)

/** The problem that a reply tells of; undefined when it went well. */
export const problemIn = (reply: Reply): Problem | undefined => {
  if (reply.status >= 200 && reply.status < 300) return undefined
  try {
    const told = JSON.parse(reply.text) as Partial<Problem>
    if (told.title && told.detail && told.code) return { ...told, status: reply.status } as Problem
  } catch {
    // Not ours: a gateway in between answered with its own page.
  }
  return reply.status >= 500 ? { ...commonProblem('busy'), status: reply.status } : phoneProblem('unknown')
}

const worthAgain = (problem: Problem) =>
  problem.code === 'offline' || problem.status === 502 || problem.status === 503 || problem.status === 504

/** Once, and after each of the pauses again while it may go better then. */
const repeated = async <T>(pauses: readonly number[], wait: Needs['wait'], work: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (failed) {
      const pause = pauses[tries]
      const { problem } = failed as { problem?: Problem }
      if (pause === undefined || !problem || !worthAgain(problem)) throw failed
      await wait(pause)
    }
  }
}

const mostKept = 30
type Kept = { tag: string; answer: unknown }

/** The last answers to reads, by address: what has not changed since is not sent again, and draws nothing anew. */
const createKept = () => {
  const answers = new Map<string, Kept>()
  return {
    get: (url: string) => answers.get(url),
    set: (url: string, answer: Kept) => {
      answers.delete(url)
      answers.set(url, answer)
      const [oldest] = answers.keys()
      if (answers.size > mostKept && oldest) answers.delete(oldest)
    },
  }
}

export const createCall = ({ origin, request, token, renew, wait }: Needs) => {
  const once = async (ask: Ask, bearer: string | undefined) => {
    const headers = bearer ? { ...ask.headers, authorization: `Bearer ${bearer}` } : ask.headers
    try {
      return await request({ ...ask, headers })
    } catch {
      throw trouble(phoneProblem('offline'))
    }
  }

  const signedIn = async (ask: Ask, open: boolean) => {
    if (open) return once(ask, undefined)
    const bearer = await token()
    const reply = await once(ask, bearer)
    return reply.status === 401 ? once(ask, await renew(bearer)) : reply
  }

  const kept = createKept()
  const attempt = async (ask: Ask, open: boolean) => {
    const before = ask.method === 'GET' ? kept.get(ask.url) : undefined
    const reply = await signedIn(
      before ? { ...ask, headers: { ...ask.headers, 'if-none-match': before.tag } } : ask,
      open,
    )
    if (before && reply.status === 304) return before.answer
    const problem = problemIn(reply)
    if (problem) throw trouble(problem)
    const answer = reply.text ? JSON.parse(reply.text) : {}
    if (ask.method === 'GET' && reply.tag) kept.set(ask.url, { tag: reply.tag, answer })
    return answer
  }

  /** Calls one operation, which the server checks; throws a `Trouble` with plain words when it is refused or nobody answers. */
  return async <R extends Route>(route: R, input: Asked<R>): Promise<Answer<R>> => {
    const ask = toAsk(route, input as Fields, origin)
    const pauses = mayRepeat(route, input as Fields) ? waits : []
    return repeated(pauses, wait, async () => (await attempt(ask, route.access === 'open')) as Answer<R>)
  }
}
