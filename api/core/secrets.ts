import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
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

/** What a seal is bound to: the record and its field. */
export const about = {
  phone: (personId: string) => `people.phone ${personId}`,
  robot: (areaId: string) => `robot ${areaId}`,
  token: (name: string) => `token ${name}`,
  /** So it was called when the first ones were sealed. */
  sealedFile: (id: string) => `question_files ${id}`,
}

/** Keys for one purpose each, all from the one secret of the environment. */
export type Keys = {
  sign: (text: string) => string
  /** AES-256-GCM; `about` is bound in, so that moved ciphertext does not open. */
  seal: (text: string, about: string) => string
  /** Throws when text or `about` are not those of the seal, or its key is neither the present nor a former one. */
  open: (sealed: string, about: string) => string
  /** Bytes under a key of their own, which comes back sealed: a new secret seals the key anew and leaves the bytes alone. */
  sealBytes: (bytes: Uint8Array, about: string) => { sealed: Uint8Array; keyCipher: string }
  openBytes: (sealed: Uint8Array, keyCipher: string, about: string) => Uint8Array
  /** What every seal of today begins with. */
  sealPrefix: string
  /** Finds a value again without keeping it: keyed, not reversible. */
  blindIndex: (text: string) => string
}

/** `former`: secrets that were replaced, for opening what still lies sealed with them (`cli keys rotate` ends that). */
export const keysFrom = (secret: string, former: readonly string[] = []): Keys => {
  const present = sealingKey(secret)
  const all = [present, ...former.map(sealingKey)]
  const [signing, indexing] = [keyFor(secret, 'photo links'), keyFor(secret, 'blind index')]
  const seal: Keys['seal'] = (text, about) =>
    present.prefix + encipher(present.key, Buffer.from(text), about).toString('base64url')
  const open: Keys['open'] = (sealed, about) => {
    const prefix = sealed.slice(0, sealed.indexOf('.') + 1)
    let wrong: unknown = new Error('sealed with a key that is not here')
    for (const it of all) {
      if (it.prefix !== prefix && prefix !== nameless) continue
      try {
        return decipher(it.key, Buffer.from(sealed.slice(prefix.length), 'base64url'), about).toString('utf8')
      } catch (error) {
        wrong = error
      }
    }
    throw wrong
  }
  return {
    sign: text => createHmac('sha256', signing).update(text).digest('base64url'),
    sealPrefix: present.prefix,
    seal,
    open,
    sealBytes: (bytes, about) => {
      const key = randomBytes(32)
      return {
        sealed: encipher(createSecretKey(key), bytes, about),
        keyCipher: seal(key.toString('base64url'), about),
      }
    },
    openBytes: (sealed, keyCipher, about) =>
      decipher(createSecretKey(Buffer.from(open(keyCipher, about), 'base64url')), sealed, about),
    blindIndex: text => createHmac('sha256', indexing).update(text).digest('base64url'),
  }
}

/** Before keys had names, every seal began so: any of them may be the one. */
const nameless = '1.'

/** Nonce, tag, body. */
const encipher = (key: KeyObject, plain: Uint8Array, about: string): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

const decipher = (key: KeyObject, bytes: Uint8Array, about: string): Buffer => {
  const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  opened.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([opened.update(bytes.subarray(28)), opened.final()])
}

const bytesFor = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `huiyin ${purpose}`, 32))

/** A key object once: from bytes, Node makes one for every signature, and a list has twenty. */
const keyFor = (secret: string, purpose: string) => createSecretKey(bytesFor(secret, purpose))

/** The key and its name, which tells nothing of it: `3f9a01bc.` */
const sealingKey = (secret: string) => ({
  key: keyFor(secret, 'personal data'),
  prefix: `${bytesFor(secret, 'name of the key').toString('hex', 0, 4)}.`,
})
