import { demoSettings } from '@huiyin/dev/wechat/settings.ts'

type Fetching = { fetch(request: Request): Promise<Response> }
type Sending = { method?: string; query?: Record<string, string>; body?: unknown; signal?: AbortSignal }
type Answer = Record<string, unknown>

/** One request to the fake as a backend would send it; a body that is not a string goes as JSON. */
export function ask(fake: Fetching, path: string, sending: Sending = {}): Promise<Response> {
  const { query = {}, body, signal } = sending
  const url = `http://fake${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`
  const method = sending.method ?? (body === undefined ? 'GET' : 'POST')
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  return fake.fetch(new Request(url, { method, body: text, signal }))
}

export async function askJson(fake: Fetching, path: string, sending: Sending = {}): Promise<Answer> {
  return (await (await ask(fake, path, sending)).json()) as Answer
}

/** The body that asks for a stable token. */
export const account = {
  grant_type: 'client_credential',
  appid: demoSettings.appid,
  secret: demoSettings.secret,
}

export async function takeToken(fake: Fetching, body: object = {}): Promise<string> {
  const answer = await askJson(fake, '/api.weixin.qq.com/cgi-bin/stable_token', { body: { ...account, ...body } })
  return String(answer.access_token)
}

/** Posts to the mini-program API with a good token. */
export async function post(fake: Fetching, path: string, body: unknown): Promise<Answer> {
  const access_token = await takeToken(fake)
  return askJson(fake, `/api.weixin.qq.com${path}`, { query: { access_token }, body })
}

/** A clock that stands still until the fake moves it. */
export const noon = () => new Date('2026-07-01T04:00:00Z')
