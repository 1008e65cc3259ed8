import { answer, isRecord, refuse } from './answers.ts'
import { codeAndLinkEndpoints } from './codes-and-links.ts'
import { contentCheckEndpoints } from './content-checks.ts'
import { employeeEndpoints } from './employee.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { geocoderEndpoints } from './geocoder.ts'
import { loginEndpoints } from './login.ts'
import { phoneEndpoints } from './phone.ts'
import { countUse, usedToday } from './quotas.ts'
import { serviceEndpoints } from './service-account.ts'
import { subscribeEndpoints } from './subscribe.ts'
import { refuseToken, tokenEndpoints } from './token.ts'
import { refuseWecomToken, wecomEndpoints } from './wecom.ts'
import { wecomRobotEndpoints } from './wecom-robot.ts'

const quotaEndpoint: Endpoint = {
  host: 'api.weixin.qq.com',
  path: '/cgi-bin/openapi/quota/get',
  method: 'POST',
  token: 'mini-program',
  handle(fake, asked) {
    const uses = usedToday(fake, String(asked.body.cgi_path))
    if (!uses) return refuse(76021, 'cgi_path not found')
    const { limit, used } = uses
    return answer({
      errcode: 0,
      errmsg: 'ok',
      quota: { daily_limit: limit.most, used, remain: limit.most - used },
    })
  },
}

export const endpoints: Endpoint[] = [
  ...tokenEndpoints,
  ...loginEndpoints,
  ...phoneEndpoints,
  ...subscribeEndpoints,
  ...employeeEndpoints,
  ...serviceEndpoints,
  ...contentCheckEndpoints,
  ...codeAndLinkEndpoints,
  ...wecomEndpoints,
  ...wecomRobotEndpoints,
  ...geocoderEndpoints,
  quotaEndpoint,
]

function refuseAnyToken(fake: Fake, endpoint: Endpoint, value: string | undefined): Response | undefined {
  if (endpoint.token === 'mini-program') return refuseToken(fake, value)
  if (endpoint.token === 'service') return refuseToken(fake, value, fake.state.serviceTokens)
  return endpoint.token === 'wecom' ? refuseWecomToken(fake, value) : undefined
}

function readBody(endpoint: Endpoint, text: string): Record<string, unknown> | Response {
  if (endpoint.method === 'GET') return {}
  if (text === '') return refuse(endpoint.malformed ?? 44002, 'empty post body')
  try {
    const body: unknown = JSON.parse(text)
    if (isRecord(body)) return body
  } catch {
    // A form post ends here too: the platform takes JSON only.
  }
  return refuse(endpoint.malformed ?? 47001, 'data format error')
}

/** The platform's order of questions: method, token, quota, body; then the endpoint's own. */
export async function serveCall(
  fake: Fake,
  endpoint: Endpoint,
  request: Request,
  received: { text: string; arrivedAt: Date },
): Promise<Response> {
  const wrongMethod = endpoint.wrongMethod ?? (endpoint.method === 'POST' ? 43002 : 43001)
  if (request.method !== endpoint.method) return refuse(wrongMethod, `require ${endpoint.method} method`)
  const pairs = [...new URL(request.url).searchParams] as [string, string][]
  const query = Object.fromEntries(pairs)
  const stale = refuseAnyToken(fake, endpoint, query.access_token)
  if (stale) return stale
  const exceeded = endpoint.host === 'apis.map.qq.com' ? undefined : countUse(fake, endpoint.path)
  if (exceeded) return refuse(exceeded.errcode, 'reach max api quota limit')
  const body = readBody(endpoint, received.text)
  if (body instanceof Response) return body
  const asked: Asked = { path: endpoint.path, query, pairs, body, arrivedAt: received.arrivedAt }
  return endpoint.handle(fake, asked)
}
