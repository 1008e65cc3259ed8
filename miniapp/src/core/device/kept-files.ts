import { timeToSend, uploadBytes } from '@huiyin/shared/core/upload-limits.ts'
import Taro from '@tarojs/taro'

export const folder = () => Taro.getFileSystemManager()
export const jpeg = (id: string) => `${Taro.env.USER_DATA_PATH}/${id}.jpg`
export const pdf = (id: string) => `${Taro.env.USER_DATA_PATH}/${id}.pdf`

/** Bytes of a file; undefined where the phone cannot tell. */
export const sizeOf = (filePath: string) =>
  new Promise<number | undefined>(resolve =>
    folder().getFileInfo({
      filePath,
      success: got => resolve((got as { size: number }).size),
      fail: () => resolve(undefined),
    }),
  )

/** Where files lie that the phone has no room to copy: good until the app ends. */
export const borrowed = new Map<string, string>()

export const existing = (path: string) =>
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
