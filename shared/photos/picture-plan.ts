import { pictureLimits } from './picture-limits.ts'

type Size = { width: number; height: number }

const { edge, least } = pictureLimits

/** The size a picture is brought to: no larger than it is needed, and never so small that what is written on it is lost. */
export const plannedSize = ({ width, height }: Size): Size => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const scale = Math.min(1, Math.max(edge / long, least / short))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
