import { useEffect, useState } from 'react'
import { platform } from '../device/platform.ts'
import { changesOf, useChanges } from '../follow.ts'
import { phoneProblem } from '../sending/trouble.ts'
import type { Upload } from '../sending/upload.ts'
import { uploads } from '../sending/wire.ts'
import { say } from '../toast.ts'
import { coreWords } from '../words.ts'

const words = coreWords.photos

/** How far a file is, in words. */
export const sayings: Record<Upload['state'], (upload: Upload) => string> = {
  waiting: () => words.waiting,
  sending: upload => words.sending(upload.progress),
  sent: () => words.sent,
  failed: () => words.failed,
  refused: () => words.refused,
}

const changes = changesOf(uploads.subscribe)

/** Follows the upload of each of these photos. */
export const useUploads = (ids: string[]): Upload[] => {
  useChanges(changes)
  return ids.map(uploads.get)
}

/** Where a kept photo can be shown from; undefined while looking, '' when it is gone. */
export const usePhotoPath = (id: string) => {
  const [path, setPath] = useState<string>()
  useEffect(() => {
    let here = true
    void platform.filePath(id).then(found => here && setPath(found ?? ''))
    return () => {
      here = false
    }
  }, [id])
  return path
}

type Keeping<F> = {
  keep: (id: string, file: F) => Promise<void>
  onKept: (id: string, file: F) => void
  /** Path of the route that takes them; see `Upload`. */
  to?: string | undefined
}

/** Each is copied before it counts, so a kill loses none, and then on its way. */
const keepAll = async <F>(files: F[], { keep, onKept, to }: Keeping<F>) => {
  for (const file of files) {
    const id = await platform.newId()
    try {
      await keep(id, file)
      onKept(id, file)
      uploads.add(id, to)
    } catch {
      say(phoneProblem('photo-lost').title)
    }
  }
}

type Taking = { room: number; to?: string | undefined }

export const takePhotos = async ({ room, to }: Taking, onKept: (id: string) => void) => {
  const paths = await platform.choosePhotos(room)
  await keepAll(paths.slice(0, room), { keep: platform.keepPhoto, onKept, to })
}

export const takePdfs = async ({ room, to }: Taking, onKept: (id: string, name: string) => void) => {
  const pdfs = await platform.choosePdfs(room)
  await keepAll(pdfs.slice(0, room), {
    keep: (id, { path }) => platform.keepPdf(id, path),
    onKept: (id, { name }) => onKept(id, name),
    to,
  })
}
