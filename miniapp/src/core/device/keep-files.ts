import { photoWords } from '../photos/photo-words.ts'
import { say } from '../toast.ts'
import { borrowed, existing, folder, jpeg, pdf } from './kept-files.ts'

const copy = (srcPath: string, destPath: string) =>
  new Promise<void>((resolve, reject) =>
    folder().copyFile({
      srcPath,
      destPath,
      success: () => resolve(),
      fail: failed => reject(new Error(failed.errMsg)),
    }),
  )

/** Copied, or used where it lies: no room on the phone (200 MB) is no reason not to send it. */
const keep = async (id: string, from: string, to: string) => {
  try {
    await copy(from, to)
  } catch (failed) {
    if (!(await existing(from))) throw failed
    borrowed.set(id, from)
    say(photoWords.full)
  }
}

export const keepJpeg = (id: string, path: string) => keep(id, path, jpeg(id))
export const keepPdf = (id: string, path: string) => keep(id, path, pdf(id))

/** A JPEG that is only in memory, base64; false where the phone has no room for it. */
export const writeJpeg = (id: string, data: string) =>
  new Promise<boolean>(resolve =>
    folder().writeFile({
      filePath: jpeg(id),
      data,
      encoding: 'base64',
      success: () => resolve(true),
      fail: () => resolve(false),
    }),
  )
