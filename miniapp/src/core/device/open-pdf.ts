import Taro from '@tarojs/taro'
import { phoneProblem, trouble } from '../sending/trouble.ts'

/** Shows a PDF in WeChat's own reader, without the menu that would send it on to somebody. */
export const openPdf = async (url: string) => {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
    if (statusCode !== 200) throw new Error(String(statusCode))
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: false })
  } catch {
    throw trouble(phoneProblem('offline'))
  }
}
