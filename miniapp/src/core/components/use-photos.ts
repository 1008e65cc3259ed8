import { useEffect, useState } from 'react'
import { platform } from '../platform.ts'
import { say } from '../toast.ts'
import { phoneProblem } from '../trouble.ts'
import type { Upload } from '../upload.ts'
import { uploads } from '../wire.ts'

/** Follows the upload of each of these photos. */
export const useUploads = (ids: string[]): Upload[] => {
  const [, setTurn] = useState(0)
  useEffect(() => uploads.subscribe(() => setTurn(turn => turn + 1)), [])
  return ids.map(uploads.get)
}

/** Where a kept photo can be shown from; undefined while looking, '' when it is gone. */
export const usePhotoPath = (id: string) => {
  const [path, setPath] = useState<string>()
  useEffect(() => {
    let here = true
    void platform.photoPath(id).then(found => here && setPath(found ?? ''))
    return () => {
      here = false
    }
  }, [id])
  return path
}

/** Chosen, kept and on their way: the new ids. Each is copied before it counts, so a kill loses none. */
export const takePhotos = async (room: number, onKept: (id: string) => void) => {
  const paths = await platform.choosePhotos(room)
  for (const path of paths.slice(0, room)) {
    const id = await platform.newId()
    try {
      await platform.keepPhoto(id, path)
      onKept(id)
      uploads.add(id)
    } catch {
      say(phoneProblem('photo-lost').title)
    }
  }
}
