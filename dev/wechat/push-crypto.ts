import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

/** The platform pads to 32, not to the cipher's 16: Node's own (un)padding must stay off. */
const BLOCK = 32
const RANDOM_LENGTH = 16

/** SHA-1 in hex of the parts, sorted and joined: `signature` of token, timestamp, nonce; `msg_signature` with Encrypt too. */
export function sign(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex')
}

function keyOf(encodingAESKey: string): Buffer {
  const key = Buffer.from(`${encodingAESKey}=`, 'base64')
  if (key.length !== 32) throw new Error('EncodingAESKey must have 43 characters of base64')
  return key
}

/** Encrypts a message for safe mode; `random` has 16 ASCII characters. Base64. */
export function seal(encodingAESKey: string, message: string, appid: string, random: string): string {
  if (Buffer.byteLength(random) !== RANDOM_LENGTH) throw new Error('random must have 16 bytes')
  const key = keyOf(encodingAESKey)
  const body = Buffer.from(message)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const plain = Buffer.concat([Buffer.from(random), size, body, Buffer.from(appid)])
  const padding = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  )
}

/** Decrypts what `seal` made. Throws when the text was tampered with so far that its frame is broken. */
export function open(encodingAESKey: string, sealed: string): { message: string; appid: string; random: string } {
  const key = keyOf(encodingAESKey)
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()])
  const padding = padded.at(-1) ?? 0
  const plain = padded.subarray(0, padded.length - padding)
  if (padding < 1 || padding > BLOCK || plain.length < RANDOM_LENGTH + 4) throw new Error('broken padding')
  const end = RANDOM_LENGTH + 4 + plain.readUInt32BE(RANDOM_LENGTH)
  if (end > plain.length) throw new Error('broken length')
  return {
    random: plain.toString('utf8', 0, RANDOM_LENGTH),
    message: plain.toString('utf8', RANDOM_LENGTH + 4, end),
    appid: plain.toString('utf8', end),
  }
}
