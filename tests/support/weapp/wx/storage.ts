import type { Session } from '../session.ts'
import { asyncApis, note, type Options, refuse } from './api.ts'

const mostPerKey = 1024 * 1024
const mostInAll = 10 * 1024 * 1024

export function storageApis(session: Session): Record<string, unknown> {
  const { storage } = session.device
  const write = (key: string, value: unknown) => {
    const text = JSON.stringify(value) ?? 'null'
    const size = Buffer.byteLength(text)
    if (size > mostPerKey) refuse('entry size limit reached: at most 1 MB per key')
    if (used(storage) - Buffer.byteLength(storage.get(key) ?? '') + size > mostInAll)
      refuse('exceed storage max size 10Mb')
    storage.set(key, text)
  }
  const read = (key: string) => session.realm.hand(JSON.parse(storage.get(key) ?? '""') as unknown)
  const size = () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(used(storage) / 1024),
    limitSize: mostInAll / 1024,
  })
  const sync = (name: string, work: (...args: never[]) => unknown) => [
    `${name}Sync`,
    throwing(session, `${name}Sync`, work),
  ]
  return {
    ...asyncApis(session, {
      setStorage: ({ key, data }) => write(String(key), data),
      getStorage: ({ key }) => {
        if (!storage.has(String(key))) refuse('data not found')
        return { data: JSON.parse(storage.get(String(key)) ?? 'null') }
      },
      removeStorage: ({ key }) => void storage.delete(String(key)),
      clearStorage: () => storage.clear(),
      getStorageInfo: size,
    }),
    ...Object.fromEntries([
      sync('setStorage', write),
      sync('getStorage', read),
      sync('removeStorage', (key: string) => void storage.delete(key)),
      sync('clearStorage', () => storage.clear()),
      sync('getStorageInfo', () => session.realm.hand(size())),
    ]),
  }
}

/** A function that answers at once; its refusals are thrown as Errors of the mini-program. */
export function throwing(session: Session, name: string, work: (...args: never[]) => unknown) {
  return (...args: unknown[]) => {
    note(session, name, { args } satisfies Options)
    try {
      return work(...(args as never[]))
    } catch (error) {
      const { reason } = error as { reason?: string }
      throw session.realm.error(`${name}:fail ${reason ?? (error as Error).message}`)
    }
  }
}

function used(storage: Map<string, string>): number {
  return [...storage].reduce((sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text), 0)
}
