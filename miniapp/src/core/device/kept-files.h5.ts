import { photoWords } from '../photos/photo-words.ts'
import { say } from '../toast.ts'

const opened = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('huiyin', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('photos')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })

const run = async <T>(mode: IDBTransactionMode, work: (photos: IDBObjectStore) => IDBRequest<T>) => {
  const database = await opened()
  return new Promise<T>((resolve, reject) => {
    const asked = work(database.transaction('photos', mode).objectStore('photos'))
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  }).finally(() => database.close())
}

/** What the browser has no room to keep: there until the page is left. */
const held = new Map<string, Blob>()

export const keepBlob = async (id: string, blob: Blob) => {
  try {
    await run('readwrite', photos => photos.put(blob, id))
  } catch {
    held.set(id, blob)
    say(photoWords.full)
  }
}

export const keepPdf = async (id: string, path: string) => keepBlob(id, await (await fetch(path)).blob())

/** Undefined when it is gone, or the browser will not say: she is told that the photo is lost. */
export const keptFile = async (id: string) =>
  held.get(id) ?? run<Blob | undefined>('readonly', photos => photos.get(id)).catch(() => undefined)

const shown = new Map<string, string>()
export const filePath = async (id: string) => {
  const known = shown.get(id)
  if (known) return known
  const blob = await keptFile(id)
  if (!blob) return undefined
  const path = URL.createObjectURL(blob)
  shown.set(id, path)
  return path
}

export const dropFile = async (id: string) => {
  const path = shown.get(id)
  if (path) URL.revokeObjectURL(path)
  shown.delete(id)
  if (held.delete(id)) return
  await run('readwrite', photos => photos.delete(id))
}
