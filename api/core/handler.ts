import { findMe } from '@huiyin/db/people/queries.ts'
import type { WrongField } from '@huiyin/shared/core/common-problem.ts'
import type { Me } from '@huiyin/shared/core/policy.ts'
import { type KnownProblems, Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { pathNames, type Route } from '@huiyin/shared/core/route.ts'
import { uploadBytes } from '@huiyin/shared/core/upload-limits.ts'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import * as z from 'zod/mini'
import { createAdmission } from './admission.ts'
import { answerJson } from './answer-json.ts'
import { answerProblem } from './answer-problem.ts'
import type { Answers, Ctx, Vars } from './context.ts'
import { fileIn } from './form-file.ts'
import type { Outside } from './outside.ts'
import { newPatience } from './patience.ts'
import { demandLength, jsonLimit, readBytes, readText, uploadLimit } from './read-body.ts'
import { sha256 } from './secrets.ts'
import { inputWords, issueWords } from './words.ts'

/** The routes of a room and the verbs that answer them. */
export type Room = {
  routes: Record<string, Route>
  answers: Record<string, (ctx: Ctx, input: never) => Promise<unknown>>
}
export const room = <R extends Record<string, Route>>(routes: R, answers: Answers<R>): Room => ({
  routes,
  answers: answers as Room['answers'],
})

const nobody: Me = { id: '', posts: [] }
/** What a page of another origin, if one is allowed at all, may send and read. Seconds. */
const fromElsewhere = {
  allowHeaders: ['authorization', 'content-type', 'if-none-match'],
  exposeHeaders: ['etag'],
  maxAge: 600,
}

export type HttpApp = Hono<Vars>

/** What all rooms answer, and what they refuse. */
export type Service = { rooms: readonly Room[]; problems: KnownProblems }

/** All rooms behind one `fetch`. `afterWrite` runs once the answer to a successful write is out. */
export const createHandler = (
  { rooms, problems }: Service,
  outside: Outside,
  afterWrite: () => Promise<void>,
): HttpApp => {
  const toAnswer = answerProblem(problems, outside)
  const admit = createAdmission()
  const app = new Hono<Vars>()
  const origins = outside.env.ALLOWED_ORIGINS
  app.use(logged(outside))
  app.use(
    secureHeaders({
      crossOriginResourcePolicy: 'cross-origin',
      xFrameOptions: false,
      strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    }),
  )
  if (origins.length > 0) app.use(cors({ origin: origins, ...fromElsewhere }))
  app.onError((error, c) => toAnswer(c, error))
  app.notFound(c => toAnswer(c, new Refusal('no-such-page')))

  for (const { routes, answers } of rooms)
    for (const [name, route] of Object.entries(routes)) {
      const verb = answers[name] as Verb
      app.on(route.method, route.path, async c => {
        c.set('routePath', route.path)
        const answer = await answerOne(c, outside, route, { verb, admit })
        if (route.method !== 'GET') outside.after(afterWrite)
        return answer
      })
    }
  for (const path of new Set(rooms.flatMap(it => Object.values(it.routes).map(route => route.path))))
    app.all(path, () => refuse('wrong-method'))
  return app
}

type Verb = (ctx: Ctx, input: unknown) => Promise<unknown>
/** How a route is answered, and who keeps the uploads of this process within bounds. */
type Answering = { verb: Verb; admit: ReturnType<typeof createAdmission> }

const answerOne = async (
  c: Context<Vars>,
  outside: Outside,
  route: Route,
  { verb, admit }: Answering,
): Promise<Response> => {
  const length = route.method === 'GET' ? 0 : demandLength(c, route.upload ? uploadLimit : jsonLimit)
  const patience = newPatience()
  const tokenHash = hashOfToken(c)
  const me = await patience(() => findCaller(outside, tokenHash))
  if (!me && route.access === 'person') return refuse('not-signed-in')
  const leave = route.upload ? admit(me?.id ?? '', length) : () => {}
  let work: Promise<unknown> | undefined
  try {
    const file = route.upload ? await readFile(c) : undefined
    const input = parseInput(route, await readInput(c, route))
    // Taken now: a body may have been long on its way.
    const now = outside.now()
    const answer = await patience(late => {
      work = verb({ db: outside.db, me: me ?? nobody, now, late, outside, tokenHash, file }, input)
      return work
    })
    return answer instanceof Response ? answer : toJson(c, outside, route, answer)
  } finally {
    // What nobody waits for any more still takes its place until it has ended.
    void Promise.allSettled([work]).then(leave)
  }
}

const toJson = (c: Context<Vars>, { env }: Outside, route: Route, answer: unknown): Response => {
  if (env.CHECK_ANSWERS) z.parse(route.answer as z.ZodMiniType, answer)
  return answerJson(c, route, answer)
}

const findCaller = async (outside: Outside, tokenHash: string): Promise<Me | undefined> => {
  await outside.keepTime()
  return tokenHash ? findMe(outside.db, tokenHash, outside.now()) : undefined
}

const hashOfToken = (c: Context): string => {
  const [, token] = /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '') ?? []
  return token ? sha256(token) : ''
}

/** Path names, then query (GET, DELETE) or JSON body, as one object. A query name given twice is refused. */
const readInput = async (c: Context, route: Route): Promise<object> => {
  const fromPath = Object.fromEntries(pathNames(route.path).map(name => [name, c.req.param(name)]))
  if (route.upload) return fromPath
  if (route.method === 'GET' || route.method === 'DELETE') {
    const queries = Object.entries(c.req.queries())
    const doubled = queries.filter(([, values]) => values.length > 1)
    if (doubled.length > 0)
      refuse(
        'bad-input',
        doubled.map(([field]) => ({ field, message: inputWords.doubled })),
      )
    return { ...Object.fromEntries(queries.map(([name, [value]]) => [name, value])), ...fromPath }
  }
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) refuse('wrong-content-type')
  const body = await readText(c, jsonLimit).then(JSON.parse).catch(orBadJson)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('bad-json')
  return { ...body, ...fromPath }
}

const readFile = async (c: Context): Promise<{ bytes: Uint8Array }> => {
  if (!/^multipart\/form-data\b/.test(c.req.header('content-type') ?? '')) refuse('wrong-content-type')
  const bytes = fileIn(await readBytes(c, uploadLimit), c.req.header('content-type') as string)
  if (!bytes) return refuse('not-a-photo')
  return bytes.length > uploadBytes ? refuse('too-large') : { bytes }
}

const orBadJson = (error: unknown): never => {
  if (error instanceof Refusal) throw error
  return refuse('bad-json')
}

const parseInput = (route: Route, given: object): unknown => {
  const parsed = z.safeParse(route.input as z.ZodMiniType, given)
  return parsed.success ? parsed.data : refuse('bad-input', wrongFields(parsed.error.issues))
}

const wrongFields = (issues: readonly z.core.$ZodIssue[]): WrongField[] =>
  issues.map(({ path, code }) => ({
    field: String(path[0] ?? ''), // deeper names may be what somebody typed
    message: issueWords[code as string] ?? inputWords.wrong,
  }))

const logged = (outside: Outside) => async (c: Context<Vars>, next: () => Promise<void>) => {
  const started = performance.now()
  const requestId = crypto.randomUUID()
  c.set('requestId', requestId)
  // Now, for later it would copy the body of the answer.
  c.header('x-request-id', requestId)
  await next()
  const ms = Math.round(performance.now() - started)
  const facts = { requestId, method: c.req.method, route: c.get('routePath') ?? 'none', status: c.res.status, ms }
  outside.log[c.res.status >= 500 ? 'error' : 'info'](facts, 'request')
}
