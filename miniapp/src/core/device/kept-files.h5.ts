import { pictureLimits } from '@huiyin/shared/photos/picture-limits.ts'
import { plannedSize } from '@huiyin/shared/photos/picture-plan.ts'
import { say } from '../toast.ts'
import { coreWords } from '../words.ts'

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

const encoded = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality),
  )

const shrunk = async (path: string): Promise<Blob> => {
  const original = await (await fetch(path)).blob()
  try {
    const picture = await createImageBitmap(original)
    const canvas = document.createElement('canvas')
    Object.assign(canvas, plannedSize(picture))
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D
    // What shines through is white, as it is for who gets it.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    let small = original
    for (const quality of pictureLimits.qualities) {
      small = await encoded(canvas, quality / 100)
      if (small.size <= pictureLimits.bytes) return small
    }
    return small
  } catch {
    // Not decodable here: the server decides whether it is a photo.
    return original
  }
}

/** What the browser has no room to keep: there until the page is left. */
const held = new Map<string, Blob>()

const keep = async (id: string, blob: Blob) => {
  try {
    await run('readwrite', photos => photos.put(blob, id))
  } catch {
    held.set(id, blob)
    say(coreWords.full.photo)
  }
}

export const keepPhoto = async (id: string, path: string) => keep(id, await shrunk(path))
export const keepPdf = async (id: string, path: string) => keep(id, await (await fetch(path)).blob())

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
