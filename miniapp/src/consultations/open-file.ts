import Taro from '@tarojs/taro'
import { allowed } from '@/core/device/permission.ts'
import type { FileAsk } from './fetch-file.ts'

/** `image`: base64. */
export type Picture = { image: string; type: string }

/** Shows a table in WeChat's own reader; its menu sends it on to a computer. `name` is a browser's matter. */
export const openTable = async ({ url, headers }: FileAsk, _name: string): Promise<number> => {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url, header: headers })
  if (statusCode !== 200) return statusCode
  const shown = Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
  // Loaded, but nothing here can read it: 0 is no status of a server.
  return shown.then(
    () => statusCode,
    () => 0,
  )
}

/** WeChat cannot print. */
export const printPage: ((ask: FileAsk) => Promise<number>) | undefined = undefined

/** Into the phone's album, to be sent to a printer. False where that did not happen, which has been said. */
export const keepPicture: ((picture: Picture) => Promise<boolean>) | undefined = async ({ image, type }) => {
  const filePath = `${Taro.env.USER_DATA_PATH}/check-in.${type.split('/')[1]}`
  const files = Taro.getFileSystemManager()
  await new Promise((success, fail) => files.writeFile({ filePath, data: image, encoding: 'base64', success, fail }))
  return (await allowed('album', () => Taro.saveImageToPhotosAlbum({ filePath }))) !== undefined
}
