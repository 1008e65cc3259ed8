import { randomInt } from 'node:crypto'
import { untilAborted } from './aborting.ts'
import { randomText } from './answers.ts'
import type { Fake } from './fake.ts'
import { seal, sign } from './push-crypto.ts'
import { envelope, type PushEvent, toJson, toXml } from './push-format.ts'
import type { PushAttempt, PushRecord } from './state.ts'

/** Pushes the event after the running request was answered. Without a receiver's address nothing happens. */
export function pushLater(fake: Fake, event: PushEvent): void {
  if (fake.settings.push.url) fake.clock.later(fake.settings.push.delayMs, () => push(fake, event))
}

/** Pushes the event now and resolves when it was answered or given up, with its duplicates. */
export async function push(fake: Fake, event: PushEvent): Promise<void> {
  const { push: settings, originalId } = fake.settings
  if (!settings.url) return
  const seconds = Math.floor(fake.clock.now().getTime() / 1000)
  const message = (settings.format === 'json' ? toJson : toXml)(event, originalId, seconds)
  const record: PushRecord = {
    event: event.event,
    message,
    ...written(fake, settings.url, event.from, message),
    attempts: [],
    delivered: false,
  }
  fake.state.pushes.push(record)
  for (let copy = 0; copy <= settings.duplicates; copy++) await deliver(fake, record)
}

/** Address and body of one message; the same for all its attempts and duplicates. */
function written(fake: Fake, url: string, openid: string, message: string): { url: string; body: string } {
  const { push: settings, originalId, appid } = fake.settings
  const token = settings.wrongSignature ? `not ${settings.token}` : settings.token
  const timestamp = String(Math.floor(fake.clock.now().getTime() / 1000))
  const nonce = String(randomInt(1_000_000_000))
  const target = new URL(url)
  const query = target.searchParams
  query.set('signature', sign(token, timestamp, nonce))
  query.set('timestamp', timestamp)
  query.set('nonce', nonce)
  query.set('openid', openid)
  if (settings.mode === 'plain') return { url: target.href, body: message }
  const sealed = seal(settings.encodingAESKey, message, appid, randomText(16))
  query.set('encrypt_type', 'aes')
  query.set('msg_signature', sign(token, timestamp, nonce, sealed))
  return { url: target.href, body: envelope(settings.format, originalId, sealed) }
}

/** Tries until the receiver answers 200 in time, or the attempts are spent. */
export async function deliver(fake: Fake, record: PushRecord): Promise<void> {
  for (let left = fake.settings.push.attempts; left > 0; left--) {
    const attempt = await tryOnce(fake, record)
    record.attempts.push(attempt)
    if (attempt.outcome === 200) {
      record.delivered = true
      return
    }
  }
}

async function tryOnce(fake: Fake, record: PushRecord): Promise<PushAttempt> {
  const { format, timeoutMs } = fake.settings.push
  const at = fake.clock.now()
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const headers = { 'content-type': format === 'json' ? 'application/json' : 'text/xml' }
    const request = new Request(record.url, { method: 'POST', body: record.body, headers, signal })
    const response = await untilAborted(signal, fake.fetch(request))
    return { at, outcome: response.status, reply: await untilAborted(signal, response.text()) }
  } catch {
    return { at, outcome: signal.aborted ? 'timeout' : 'unreachable', reply: '' }
  }
}

/** The console's check of a new address: true when the receiver echoes `echostr` for a good signature. */
export async function verifyReceiver(fake: Fake): Promise<boolean> {
  const { url, token, wrongSignature, timeoutMs } = fake.settings.push
  if (!url) return false
  const target = new URL(url)
  const timestamp = String(Math.floor(fake.clock.now().getTime() / 1000))
  const nonce = String(randomInt(1_000_000_000))
  const echostr = randomText(20)
  const signature = sign(wrongSignature ? `not ${token}` : token, timestamp, nonce)
  for (const [key, value] of Object.entries({ signature, timestamp, nonce, echostr })) {
    target.searchParams.set(key, value)
  }
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await untilAborted(signal, fake.fetch(new Request(target, { signal })))
    return response.status === 200 && (await response.text()) === echostr
  } catch {
    return false
  }
}
