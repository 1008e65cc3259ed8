import type { Storage } from './platform-shape.ts'

/**
 * Storage that never stands in anybody's way. `isKept`: what lies under this key would outlive a kill of the app; `unkept`: the keys
 * of what would not.
 */
export type Keeping = Storage & { isKept: (key: string) => boolean; unkept: () => string[] }

/** What the phone's storage says, or `otherwise` where it fails. */
const or = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}

/**
 * A phone's storage may refuse (WeChat's is full at 10 MB, a key at 1 MB, and it can be broken): what it refuses is in memory
 * until the app ends, and newer than what lies in storage.
 */
export const createKeeping = (storage: Storage): Keeping => {
  const inMemory = new Map<string, string | undefined>()

  const attempt = (key: string, work: () => void) => {
    const done = or(() => {
      work()
      return true
    }, false)
    if (done) inMemory.delete(key)
    return done
  }

  const write = (key: string, text: string) => {
    if (!attempt(key, () => storage.write(key, text))) inMemory.set(key, text)
  }

  const erase = (key: string) => {
    if (!attempt(key, () => storage.erase(key))) inMemory.set(key, undefined)
  }

  const keys = () => {
    const all = new Set([...or(storage.keys, []), ...inMemory.keys()])
    return [...all].filter(key => !inMemory.has(key) || inMemory.get(key) !== undefined)
  }

  return {
    write,
    erase,
    keys,
    read: key => (inMemory.has(key) ? inMemory.get(key) : or(() => storage.read(key), undefined)),
    isKept: key => !inMemory.has(key),
    unkept: () => [...inMemory.keys()],
  }
}
