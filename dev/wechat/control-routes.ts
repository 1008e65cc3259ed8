import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import * as z from 'zod'
import type { FakeWechatControl } from './control.ts'

const openid = z.string().min(1)
const templateId = z.string().min(1)
const path = z.string().min(1)

const LoginCode = z.strictObject({ openid, code: z.string().optional() })
const PhoneCode = z.strictObject({ openid, phoneNumber: z.string(), code: z.string().optional() })
const StaffCode = z.strictObject({ userid: z.string(), code: z.string().optional() })
const PlantedFault = z.strictObject({
  path,
  times: z.number().int().positive().optional(),
  errcode: z.number().int().optional(),
  http: z.number().int().min(200).max(599).optional(),
  html: z.boolean().optional(),
  empty: z.boolean().optional(),
  charset: z.enum(['gbk', 'utf-16le']).optional(),
  stall: z.boolean().optional(),
  reset: z.boolean().optional(),
  delayMs: z.number().nonnegative().optional(),
  afterWork: z.boolean().optional(),
})
const Popup = z.strictObject({
  openid,
  results: z.record(templateId, z.enum(['accept', 'reject', 'ban', 'filter'])),
})
const Templates = z.strictObject({ openid, templateIds: z.array(templateId) })
const Credits = z.strictObject({ openid, templateId, n: z.number().int().nonnegative() })
const Event = z.strictObject({
  event: z.string(),
  from: z.string(),
  list: z.array(z.record(z.string(), z.string())).optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
})
const Settings = z.strictObject({
  push: z
    .strictObject({
      url: z.string(),
      token: z.string(),
      encodingAESKey: z.string().length(43),
      mode: z.enum(['safe', 'plain']),
      format: z.enum(['json', 'xml']),
      duplicates: z.number().int().nonnegative(),
      delayMs: z.number().nonnegative(),
      wrongSignature: z.boolean(),
      timeoutMs: z.number().positive(),
      attempts: z.number().int().positive(),
    })
    .partial()
    .optional(),
  wecom: z.strictObject({ trustedIp: z.boolean() }).optional(),
  employeePermission: z.boolean().optional(),
  sendMs: z.number().nonnegative().optional(),
  mediaCheckMs: z.number().nonnegative().optional(),
  mediaPushFirst: z.boolean().optional(),
})

/** Reads the body by `shape` and answers what `act` returns; a body of another shape is told why (400). */
function taking<T>(shape: z.ZodType<T>, act: (input: T) => unknown) {
  return async (c: Context) => {
    const read = shape.safeParse(await c.req.json().catch(() => undefined))
    if (!read.success) return c.json({ problem: z.prettifyError(read.error) }, 400)
    return c.json((await act(read.data)) ?? {})
  }
}

/** The control functions as JSON routes below `/__fake`, open to any origin: for a demo bar or another process. */
export function controlRoutes(control: FakeWechatControl): Hono {
  const routes = new Hono()
  routes.use(cors())
  routes.post(
    '/login-codes',
    taking(LoginCode, asked => ({ code: control.registerLoginCode(asked.openid, asked.code) })),
  )
  routes.post(
    '/phone-codes',
    taking(PhoneCode, asked => ({ code: control.registerPhoneCode(asked.openid, asked.phoneNumber, asked.code) })),
  )
  routes.post(
    '/staff-codes',
    taking(StaffCode, asked => ({ code: control.registerStaffCode(asked.userid, asked.code) })),
  )
  routes.post(
    '/visits',
    taking(z.strictObject({ openid }), asked => control.visit(asked.openid)),
  )
  routes.post(
    '/employees',
    taking(Templates, asked => control.bindEmployee(asked.openid, asked.templateIds)),
  )
  messageRoutes(routes, control)
  workingRoutes(routes, control)
  return routes
}

function messageRoutes(routes: Hono, control: FakeWechatControl): void {
  routes.get('/templates', c => c.json(control.settings().templates))
  routes.get('/credits', c => c.json(control.creditsOf(c.req.query('openid') ?? '')))
  routes.post(
    '/credits',
    taking(Credits, asked => ({ n: control.credits(asked.openid, asked.templateId, asked.n) })),
  )
  routes.post(
    '/subscribe',
    taking(Popup, asked => {
      control.subscribe(asked.openid, asked.results)
      return control.creditsOf(asked.openid)
    }),
  )
  routes.post(
    '/refusals',
    taking(Templates, asked => control.refuse(asked.openid, asked.templateIds)),
  )
  routes.get('/sent', c => c.json(control.sent()))
  routes.get('/checks', c => c.json(control.checks()))
  routes.get('/calls', c => c.json(control.calls()))
  routes.get('/codes', c => c.json(control.codes()))
  routes.get('/links', c => {
    const target = control.openLink(c.req.query('link') ?? '')
    return target ? c.json(target) : c.json({ problem: 'unknown or expired' }, 404)
  })
  routes.get('/pushes', c => c.json(control.pushes()))
  routes.post(
    '/pushes',
    taking(Event, asked => control.push(asked)),
  )
  routes.post('/push-check', async c => c.json({ verified: await control.verifyReceiver() }))
}

function workingRoutes(routes: Hono, control: FakeWechatControl): void {
  routes.get('/faults', c => c.json(control.faults()))
  routes.post(
    '/faults',
    taking(PlantedFault, asked => control.inject(asked)),
  )
  routes.delete('/faults', c => c.json(control.clearFaults() ?? {}))
  routes.post(
    '/settings',
    taking(Settings, asked => control.configure(asked)),
  )
  routes.post('/tokens/revoke', c => c.json(control.revokeTokens() ?? {}))
  routes.get('/clock', c => c.json({ now: control.now() }))
  routes.post(
    '/clock',
    taking(z.strictObject({ advanceMs: z.number() }), asked => control.advance(asked.advanceMs)),
  )
  routes.post('/flush', async c => c.json((await control.flush()) ?? {}))
  routes.post('/reset', c => c.json(control.reset() ?? {}))
}
