import { uploadBytes } from '@huiyin/shared/core/upload-limits.ts'
import { pictureLimits } from '@huiyin/shared/photos/picture-limits.ts'
import { mostBytes, plannedSize, type Size } from '@huiyin/shared/photos/picture-plan.ts'
import Taro from '@tarojs/taro'
import { phoneProblem, trouble } from '../sending/trouble.ts'
import { keepJpeg, writeJpeg } from './keep-files.ts'
import { sizeOf } from './kept-files.ts'

const fits = ({ width, height }: Size) => Math.max(width, height) <= pictureLimits.canvasEdge

/** Drawn on white, as JPEG in base64: WeChat's own compression puts what shines through on black. Undefined where it cannot be drawn. */
const onWhite = async (src: string, size: Size): Promise<string | undefined> => {
  const canvas = wx.createOffscreenCanvas?.({ type: '2d', ...size })
  if (!canvas || !fits(size)) return undefined
  const image = canvas.createImage()
  await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject, src }))
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, size.width, size.height)
  pen.drawImage(image, 0, 0, size.width, size.height)
  const jpegs = pictureLimits.qualities.map(quality => () => canvas.toDataURL('image/jpeg', quality / 100))
  let text = ''
  for (const jpeg of jpegs) {
    text = jpeg()
    // Four letters are three bytes.
    if (text.length * 0.75 <= mostBytes(size)) break
  }
  const [head, data] = text.split(',')
  return head?.startsWith('data:image/jpeg') ? data : undefined
}

const compressed = async (src: string, size: Size) => {
  let small = src
  for (const quality of pictureLimits.qualities) {
    const how = { src, quality, compressedWidth: size.width, compressedHeight: size.height }
    small = (await Taro.compressImage(how)).tempFilePath
    if (((await sizeOf(small)) ?? 0) <= mostBytes(size)) return small
  }
  return small
}

/** What the phone cannot open, or make smaller, goes as it is: the server decides whether it is a photo. */
const orAsItIs = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch {
    return undefined
  }
}

/** Brought to size and on white as far as this phone can, and copied: temporary files may vanish at any time. */
export const keepPhoto = async (id: string, path: string): Promise<void> => {
  const seen = await orAsItIs(() => Taro.getImageInfo({ src: path }))
  const size = seen && plannedSize(seen)
  const mayShine = seen?.type !== undefined && !/^jpe?g$/.test(seen.type)
  const white = size && mayShine && (await orAsItIs(() => onWhite(path, size)))
  if (white && (await writeJpeg(id, white))) return
  const isLight = ((await sizeOf(path)) ?? 0) <= uploadBytes
  const small =
    !size || (mayShine && fits(size) && isLight) ? path : ((await orAsItIs(() => compressed(path, size))) ?? path)
  if (((await sizeOf(small)) ?? 0) > uploadBytes) throw trouble(phoneProblem('photo-heavy'))
  await keepJpeg(id, small)
}
