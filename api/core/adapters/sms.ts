import { PlatformFailure, send } from './platform-call.ts'

/** Short messages through a provider's gateway. */
export type Sms = {
  /** The same `id` again is the same message: the gateway must not send it twice. Answers the gateway's own id. */
  sendText: (message: {
    id: string
    phone: string
    template: string
    values: Record<string, string>
  }) => Promise<string>
}

type Options = { url: string; key: string; timeoutMs?: number }

/**
 * The one HTTP adapter, documented in docs/operations.md: POST JSON `{ id, phone, template, values }` with the key as a
 * bearer token; the answer is 2xx with `{ "id": "…" }`, or `{ "error": "number" | "busy" | "…" }`.
 */
export const createSms = ({ url, key, timeoutMs = 5000 }: Options): Sms => ({
  sendText: async message => {
    const { text } = await send(url, message, { timeoutMs, headers: { authorization: `Bearer ${key}` } })
    const answer = parsed(text)
    if (answer.error) throw new PlatformFailure(`sms-${answer.error}`)
    if (typeof answer.id !== 'string') throw new PlatformFailure('garbled')
    return answer.id
  },
})

const parsed = (text: string): { id?: unknown; error?: unknown } => {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    throw new PlatformFailure('garbled')
  }
}
