import { uploadBytes } from '../core/upload-limits.ts'
import { pictureLimits } from './picture-limits.ts'

export type Size = { width: number; height: number }

const { edge, least, longest } = pictureLimits

/** The size a picture is brought to: no larger than it is needed, and never so small that what is written on it is lost. */
export const plannedSize = ({ width, height }: Size): Size => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const scale = Math.min(1, Math.max(edge / long, least / short))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The parts that a picture of a planned size is kept in, from above: one, or for a long one as many as it takes, alike in height. */
export const partsOf = ({ width, height }: Size): { top: number; height: number }[] => {
  const count = height > width ? Math.ceil(height / longest) : 1
  const edges = Array.from({ length: count + 1 }, (_, index) => Math.round((height * index) / count))
  return edges
    .slice(1)
    .map((bottom, index) => ({ top: edges[index] as number, height: bottom - (edges[index] as number) }))
}

/** What a picture of a planned size travels in at most, where the qualities allow it; bytes. */
export const mostBytes = (size: Size): number => {
  const count = partsOf(size).length
  return count === 1 ? pictureLimits.bytes : Math.min(uploadBytes, count * pictureLimits.partBytes)
}
