import { createDecipheriv, hash } from 'node:crypto'
import { type PushFields, textAt } from '@huiyin/api/core/push-event.ts'
import { sameText } from '@huiyin/api/core/secrets.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { readMessage } from './read-message.ts'

/** Token and EncodingAESKey of the console; without the key, messages come in plain mode. */
export type PushSecrets = { token: string; key: string | undefined; appid: string }
export type PushQuery = Partial<Record<'signature' | 'msg_signature' | 'timestamp' | 'nonce' | 'echostr', string>>

/** Refuses a signature that is not SHA-1 in hex of token, timestamp, nonce and `more`, sorted and joined. */
export const demandSignature = (
  given: string | undefined,
  { timestamp = '', nonce = '' }: PushQuery,
  ...more: string[]
): void => {
  const right = hash('sha1', [timestamp, nonce, ...more].sort().join(''), 'hex')
  if (!given || !sameText(given, right)) refuse('not-signed-in')
}

/**
 * The message in a body. With a key only safe mode is taken: the query of every safe message also carries a signature that
 * would do for a plain body, whatever it says. 401 for a wrong signature, 400 for what cannot be read behind a right one.
 */
export const openMessage = async (body: string, query: PushQuery, secrets: PushSecrets): Promise<PushFields> => {
  const { token, key, appid } = secrets
  if (!key) {
    demandSignature(query.signature, query, token)
    return readMessage(body)
  }
  if (!query.msg_signature) return refuse('not-signed-in')
  const sealed = textAt(await readMessage(body), 'Encrypt')
  demandSignature(query.msg_signature, query, token, sealed)
  return readMessage(unseal(key, sealed, appid))
}

const randomLength = 16
const head = randomLength + 4
/** Padding goes up to 32, not to the cipher's 16: Node's own unpadding would refuse it. */
const mostPadding = 32

const unseal = (encodingKey: string, sealed: string, appid: string): string => {
  const key = Buffer.from(`${encodingKey}=`, 'base64')
  const padded = decipher(key, sealed)
  const padding = padded.at(-1) ?? 0
  const plain = padded.subarray(0, padded.length - padding)
  const isWhole = padding >= 1 && padding <= mostPadding && plain.length >= head
  if (!isWhole || padded.subarray(plain.length).some(it => it !== padding)) return refuse('bad-json')
  const end = head + plain.readUInt32BE(randomLength)
  if (end > plain.length || plain.toString('utf8', end) !== appid) return refuse('bad-json')
  return plain.toString('utf8', head, end)
}

const decipher = (key: Buffer, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) return refuse('bad-json')
  const opened = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([opened.update(bytes), opened.final()])
}
