import { useEffect, useState } from 'react'
import { abilities } from '../device/abilities.ts'
import { platform } from '../device/platform.ts'
import type { PhotoSource } from '../device/platform-shape.ts'
import { changesOf, useChanges } from '../follow.ts'
import { phoneProblem, type Trouble } from '../sending/trouble.ts'
import type { Upload } from '../sending/upload.ts'
import { uploads } from '../sending/wire.ts'
import { say } from '../toast.ts'
import { photoWords, tileWords } from './photo-words.ts'

const words = tileWords

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

/** Each is copied before it counts, so a kill loses none, and then on its way. How many could not be kept is said, and why. */
const keepAll = async <F>(files: F[], { keep, onKept, to }: Keeping<F>) => {
  const failures: string[] = []
  for (const file of files) {
    const id = await platform.newId()
    try {
      await keep(id, file)
      onKept(id, file)
      uploads.add(id, to)
    } catch (failed) {
      const { title, detail } = (failed as Partial<Trouble>).problem ?? phoneProblem('photo-lost')
      failures.push(`${title}。${detail}`)
    }
  }
  const [why] = failures
  if (why) say(files.length === 1 ? why : photoWords.notKept(files.length, failures.length, why))
}

/** No more than there is room for; what is left out is said. */
const within = <F>(files: F[], room: number): F[] => {
  if (files.length > room) say(photoWords.tooMany(room))
  return files.slice(0, room)
}

type Taking = { room: number; to?: string | undefined }

export const takePhotos = async (
  { room, to, from }: Taking & { from?: PhotoSource | undefined },
  onKept: (id: string) => void,
) => {
  const paths = within(await abilities.choosePhotos(room, from), room)
  await keepAll(paths, { keep: abilities.keepPhoto, onKept, to })
}

export const takePdfs = async ({ room, to }: Taking, onKept: (id: string, name: string) => void) => {
  const pdfs = within(await abilities.choosePdfs(room), room)
  await keepAll(pdfs, {
    keep: (id, { path }) => abilities.keepPdf(id, path),
    onKept: (id, { name }) => onKept(id, name),
    to,
  })
}
