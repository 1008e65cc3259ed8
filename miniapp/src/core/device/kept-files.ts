import { timeToSend, uploadBytes } from '@huiyin/shared/core/upload-limits.ts'
import Taro from '@tarojs/taro'
import { say } from '../toast.ts'
import { coreWords } from '../words.ts'

const folder = () => Taro.getFileSystemManager()
const jpeg = (id: string) => `${Taro.env.USER_DATA_PATH}/${id}.jpg`
const pdf = (id: string) => `${Taro.env.USER_DATA_PATH}/${id}.pdf`

/** Bytes of a file; undefined where the phone cannot tell. */
export const sizeOf = (filePath: string) =>
  new Promise<number | undefined>(resolve =>
    folder().getFileInfo({
      filePath,
      success: got => resolve((got as { size: number }).size),
      fail: () => resolve(undefined),
    }),
  )

const copy = (srcPath: string, destPath: string) =>
  new Promise<void>((resolve, reject) =>
    folder().copyFile({
      srcPath,
      destPath,
      success: () => resolve(),
      fail: failed => reject(new Error(failed.errMsg)),
    }),
  )

/** Where files lie that the phone has no room to copy: good until the app ends. */
const borrowed = new Map<string, string>()

/** Copied, or used where it lies: no room on the phone (200 MB) is no reason not to send it. */
const keep = async (id: string, from: string, to: string) => {
  try {
    await copy(from, to)
  } catch (failed) {
    if (!(await existing(from))) throw failed
    borrowed.set(id, from)
    say(coreWords.full.photo)
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

const existing = (path: string) =>
  new Promise<string | undefined>(resolve =>
    folder().access({ path, success: () => resolve(path), fail: () => resolve(undefined) }),
  )

export const filePath = async (id: string) => borrowed.get(id) ?? (await existing(jpeg(id))) ?? existing(pdf(id))

/** Milliseconds that a kept file may be on its way: as long as a very slow line takes. */
export const sendingTime = async (path: string) => timeToSend((await sizeOf(path)) ?? uploadBytes)

export const dropFile = async (id: string) => {
  if (borrowed.delete(id)) return
  const path = await filePath(id)
  if (path) await new Promise<void>(done => folder().unlink({ filePath: path, complete: () => done() }))
}
