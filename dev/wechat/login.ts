import { createHmac, randomBytes } from 'node:crypto'
import { accept, answer, randomText, refuse } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { countUse } from './quotas.ts'
import type { OneTimeCode } from './state.ts'

const CODE_LIFE_MS = 300_000

/** Registers a code for one use within five minutes; returns it (random when not given). */
export function registerCode<Code extends OneTimeCode>(codes: Map<string, Code>, code: Code, text?: string): string {
  const value = text ?? randomText(32)
  codes.set(value, code)
  return value
}

/** 40029 for an unknown or expired code, 40163 for a used one; else spends it. */
export function spendCode<Code extends OneTimeCode>(
  fake: Fake,
  codes: Map<string, Code>,
  value: string,
): Code | 40029 | 40163 {
  const code = codes.get(value)
  if (!code || fake.clock.now().getTime() - code.issuedAt.getTime() > CODE_LIFE_MS) return 40029
  if (code.used) return 40163
  code.used = true
  return code
}

/** Notes that the person has the mini-program open now (content checks ask for a visit within two hours). */
export function noteVisit(fake: Fake, openid: string): void {
  fake.state.visits.set(openid, fake.clock.now())
}

/** The platform signs with the session_key as text, not base64-decoded. Hex. */
export function signWithSession(sessionKey: string, text: string): string {
  return createHmac('sha256', sessionKey).update(text).digest('hex')
}

function codeToSession(fake: Fake, asked: Asked): Response {
  const { appid, secret, js_code, grant_type } = asked.query
  if (!appid) return refuse(41002, 'appid missing')
  if (!secret) return refuse(41004, 'appsecret missing')
  if (!js_code) return refuse(41008, 'missing code')
  if (grant_type !== 'authorization_code') return refuse(40002, 'invalid grant_type')
  if (appid !== fake.settings.appid) return refuse(40013, 'invalid appid')
  if (secret !== fake.settings.secret) return refuse(40125, 'invalid appsecret')
  if (js_code.startsWith('risk-')) return refuse(40226, 'code blocked')
  const code = spendCode(fake, fake.state.loginCodes, js_code)
  if (code === 40029) return refuse(40029, 'invalid code')
  if (code === 40163) return refuse(40163, 'code been used')
  if (countUse(fake, 'login of one person', code.owner)) return refuse(45011, 'api minute-quota reach limit')
  const sessionKey = randomBytes(16).toString('base64')
  fake.state.sessionKeys.set(code.owner, sessionKey)
  noteVisit(fake, code.owner)
  return answer({ session_key: sessionKey, openid: code.owner })
}

function refuseSession(fake: Fake, asked: Asked): Response | undefined {
  const { openid, signature, sig_method } = asked.query
  if (!openid || !signature) return refuse(40097, 'invalid args')
  if (sig_method !== 'hmac_sha256') return refuse(87008, 'invalid sig_method')
  const sessionKey = fake.state.sessionKeys.get(openid)
  if (!sessionKey || signWithSession(sessionKey, '') !== signature) return refuse(87009, 'invalid signature')
  return undefined
}

function resetSession(fake: Fake, asked: Asked): Response {
  const refusal = refuseSession(fake, asked)
  if (refusal) return refusal
  const openid = asked.query.openid as string
  const sessionKey = randomBytes(16).toString('base64')
  fake.state.sessionKeys.set(openid, sessionKey)
  return accept({ openid, session_key: sessionKey })
}

const host = 'api.weixin.qq.com'
export const loginEndpoints: Endpoint[] = [
  { host, path: '/sns/jscode2session', method: 'GET', token: 'none', wrongMethod: 41002, handle: codeToSession },
  {
    host,
    path: '/wxa/checksession',
    method: 'GET',
    token: 'mini-program',
    handle: (fake, asked) => refuseSession(fake, asked) ?? accept(),
  },
  { host, path: '/wxa/resetusersessionkey', method: 'GET', token: 'mini-program', handle: resetSession },
]
