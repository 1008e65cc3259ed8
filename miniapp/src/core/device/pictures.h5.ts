import { uploadBytes } from '@huiyin/shared/core/upload-limits.ts'
import { pictureLimits } from '@huiyin/shared/photos/picture-limits.ts'
import { mostBytes, plannedSize } from '@huiyin/shared/photos/picture-plan.ts'
import { phoneProblem, trouble } from '../sending/trouble.ts'
import { keepBlob } from './kept-files.h5.ts'

const encoded = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality),
  )

/** Upright, on white, as small as it may be. Throws where the browser cannot open it. */
const drawn = async (original: Blob): Promise<Blob> => {
  const picture = await createImageBitmap(original)
  const size = plannedSize(picture)
  // Some browsers draw nothing on a larger one, and say nothing.
  if (size.width * size.height > pictureLimits.canvasPixels) return original
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  // What shines through is white, as it is for who gets it.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  let small = original
  for (const quality of pictureLimits.qualities) {
    small = await encoded(canvas, quality / 100)
    if (small.size <= mostBytes(size)) return small
  }
  return small
}

export const keepPhoto = async (id: string, path: string) => {
  const original = await (await fetch(path)).blob()
  // Not to be opened here: the server decides whether it is a photo.
  const small = await drawn(original).catch(() => original)
  if (small.size > uploadBytes) throw trouble(phoneProblem('photo-heavy'))
  await keepBlob(id, small)
}
