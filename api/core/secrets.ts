import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export const sha256 = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')

/** 32 random bytes, safe in a header or a path. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** Hash of parsed input with its keys in order: equal inputs, equal hash. Lies beside an id to tell a repeat from a misuse. */
export const inputHash = (input: unknown): string => sha256(JSON.stringify(sorted(input)))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, it]) => [key, sorted(it)]),
  )
}

/** A version 8 UUID (RFC 9562: own content) from a text. */
export const uuidOf = (text: string): string => {
  const hex = sha256(text)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** Compares two texts without telling by time where they differ. */
export const sameText = (a: string, b: string): boolean => {
  const [x, y] = [hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer')]
  return timingSafeEqual(x, y)
}

/** Keys for one purpose each, all from the one secret of the environment. */
export type Keys = {
  sign: (text: string) => string
  /** AES-256-GCM; `about` (record and field) is bound in, so that moved ciphertext does not open. */
  seal: (text: string, about: string) => string
  /** Throws when key, text or `about` are not those of the seal. */
  open: (sealed: string, about: string) => string
  /** Finds a value again without keeping it: keyed, not reversible. */
  blindIndex: (text: string) => string
}

export const keysFrom = (secret: string): Keys => {
  // A key object once: from bytes, Node makes one for every signature, and a list has twenty.
  const key = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `huiyin ${purpose}`, 32)))
  const [signing, sealing, indexing] = [key('photo links'), key('personal data'), key('blind index')]
  return {
    sign: text => createHmac('sha256', signing).update(text).digest('base64url'),
    seal: (text, about) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed.slice(2), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    blindIndex: text => createHmac('sha256', indexing).update(text).digest('base64url'),
  }
}
