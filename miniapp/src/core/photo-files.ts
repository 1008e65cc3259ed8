import Taro from '@tarojs/taro'

/** Longest side of a photo that leaves the phone, in pixels. */
export const longestSide = 1600

export const folder = () => Taro.getFileSystemManager()
export const jpeg = (id: string) => `${Taro.env.USER_DATA_PATH}/${id}.jpg`

/** Compression is best effort (old clients lack it); the copy is not, because temporary files may vanish at any time. */
const shrunk = async (path: string) => {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path })
    const ratio = Math.min(1, longestSide / Math.max(width, height))
    const small = await Taro.compressImage({
      src: path,
      quality: 75,
      compressedWidth: Math.round(width * ratio),
      compressedHeight: Math.round(height * ratio),
    } as Parameters<typeof Taro.compressImage>[0])
    return small.tempFilePath
  } catch {
    return path
  }
}

export const keepPhoto = async (id: string, path: string) => {
  const srcPath = await shrunk(path)
  await new Promise<void>((resolve, reject) =>
    folder().copyFile({
      srcPath,
      destPath: jpeg(id),
      success: () => resolve(),
      fail: failed => reject(new Error(failed.errMsg)),
    }),
  )
}

export const photoPath = (id: string) =>
  new Promise<string | undefined>(resolve =>
    folder().access({ path: jpeg(id), success: () => resolve(jpeg(id)), fail: () => resolve(undefined) }),
  )
