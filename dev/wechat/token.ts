import { answer, randomText, refuse } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { countUse } from './quotas.ts'
import type { Token } from './state.ts'

const LIFE_MS = 7200_000
// The platform renews five minutes before the end, and leaves the old token alive that long.
const OVERLAP_MS = 300_000
const FORCE_GAP_MS = 30_000
// The longest that clients are told to reserve.
const TOKEN_LENGTH = 512

/** Issues a token into `tokens`, good for two hours. */
export function issueToken(fake: Fake, tokens: Map<string, Token>): string {
  const value = randomText(TOKEN_LENGTH)
  tokens.set(value, { expiresAt: new Date(fake.clock.now().getTime() + LIFE_MS), killed: false })
  return value
}

export function secondsLeft(fake: Fake, token: Token): number {
  return Math.floor((token.expiresAt.getTime() - fake.clock.now().getTime()) / 1000)
}

/** The refusal that a token of the mini-program (or of other `tokens`) meets, or undefined when it is good. */
export function refuseToken(fake: Fake, value: string | undefined, tokens = fake.state.tokens): Response | undefined {
  const token = tokens.get(value ?? '')
  if (!token || token.killed) return refuse(40001, 'invalid credential, access_token is invalid or not latest')
  if (secondsLeft(fake, token) <= 0) return refuse(42001, 'access_token expired')
  return undefined
}

/** Makes every token stale at once, as a refresh by a stranger would: the next call meets 40001. */
export function revokeTokens(fake: Fake): void {
  for (const token of fake.state.tokens.values()) token.killed = true
  fake.state.stableToken = ''
  fake.state.plainToken = ''
}

function refuseAccount(fake: Fake, grant: unknown, appid: unknown, secret: unknown): Response | undefined {
  if (grant !== 'client_credential') return refuse(40002, 'invalid grant_type')
  if (!appid) return refuse(41002, 'appid missing')
  if (!secret) return refuse(41004, 'appsecret missing')
  if (appid !== fake.settings.appid) return refuse(40013, 'invalid appid')
  if (secret !== fake.settings.secret) return refuse(40125, 'invalid appsecret')
  return undefined
}

function refuseForce(fake: Fake): Response | undefined {
  const { state, clock } = fake
  if (state.forcedAt && clock.now().getTime() - state.forcedAt.getTime() < FORCE_GAP_MS) {
    return refuse(45011, 'force_refresh too often')
  }
  if (countUse(fake, 'forced token refresh')) return refuse(45009, 'reach max api daily quota limit')
  state.forcedAt = clock.now()
  return undefined
}

/** The service account's token: the same for everybody while it is good. */
function serviceToken(fake: Fake, secret: unknown): Response {
  if (secret !== fake.settings.service.secret) return refuse(40125, 'invalid appsecret')
  const { serviceTokens } = fake.state
  const held = [...serviceTokens].find(([, token]) => !token.killed && secondsLeft(fake, token) > 0)
  const value = held?.[0] ?? issueToken(fake, serviceTokens)
  return answer({ access_token: value, expires_in: secondsLeft(fake, serviceTokens.get(value) as Token) })
}

function stableToken(fake: Fake, asked: Asked): Response {
  const { grant_type, appid, secret, force_refresh } = asked.body
  if (appid === fake.settings.service.appid) return serviceToken(fake, secret)
  const refusal =
    refuseAccount(fake, grant_type, appid, secret) ?? (force_refresh === true ? refuseForce(fake) : undefined)
  if (refusal) return refusal
  const { state } = fake
  const held = state.tokens.get(state.stableToken)
  if (held && force_refresh === true) held.killed = true
  if (!held || held.killed || secondsLeft(fake, held) * 1000 <= OVERLAP_MS) {
    state.stableToken = issueToken(fake, state.tokens)
  }
  const token = state.tokens.get(state.stableToken) as Token
  return answer({ access_token: state.stableToken, expires_in: secondsLeft(fake, token) })
}

function plainToken(fake: Fake, asked: Asked): Response {
  const { grant_type, appid, secret } = asked.query
  const refusal = refuseAccount(fake, grant_type, appid, secret)
  if (refusal) return refusal
  const { state, clock } = fake
  const old = state.tokens.get(state.plainToken)
  const overlapEnd = clock.now().getTime() + OVERLAP_MS
  if (old && old.expiresAt.getTime() > overlapEnd) old.expiresAt = new Date(overlapEnd)
  state.plainToken = issueToken(fake, state.tokens)
  return answer({ access_token: state.plainToken, expires_in: LIFE_MS / 1000 })
}

const host = 'api.weixin.qq.com'
export const tokenEndpoints: Endpoint[] = [
  { host, path: '/cgi-bin/stable_token', method: 'POST', token: 'none', handle: stableToken },
  { host, path: '/cgi-bin/token', method: 'GET', token: 'none', handle: plainToken },
]
