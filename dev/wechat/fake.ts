import type { Clock } from './clock.ts'
import type { Fault } from './faults.ts'
import type { FakeSettings } from './settings.ts'
import type { FakeState } from './state.ts'

/** One fake platform: what it is told to be, what it remembers, its time, and its way out. */
export type Fake = {
  settings: FakeSettings
  /** What `reset` returns to. */
  initialSettings: FakeSettings
  state: FakeState
  faults: Fault[]
  clock: Clock
  /** How pushes and picture downloads leave the fake. */
  fetch: (request: Request) => Promise<Response>
}

/** What an endpoint sees of a request. `body` is {} for a GET. */
export type Asked = {
  path: string
  query: Record<string, string>
  /** The query in clear, in the order received. */
  pairs: [string, string][]
  body: Record<string, unknown>
  arrivedAt: Date
}

export type Endpoint = {
  host: 'api.weixin.qq.com' | 'qyapi.weixin.qq.com' | 'apis.map.qq.com'
  path: string
  method: 'GET' | 'POST'
  /** Which access token the query must carry. */
  token: 'mini-program' | 'service' | 'wecom' | 'none'
  /** Codes of this endpoint where it departs from 43001/43002 and 47001. */
  wrongMethod?: number
  malformed?: number
  handle(fake: Fake, asked: Asked): Response | Promise<Response>
}
