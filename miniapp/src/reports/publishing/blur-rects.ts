import type { Rect } from '@huiyin/shared/photos/photo.ts'

export type Corner = { x: number; y: number }

export const partMoves = ['left', 'right', 'up', 'down', 'wider', 'narrower', 'taller', 'lower'] as const
export type PartMove = (typeof partMoves)[number]

const step = 0.03
/** Small enough for a face far away, large enough to see. */
const least = 0.03

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
const exact = (value: number) => Math.round(value * 10_000) / 10_000

/** Inside of the picture, and not too small to be seen. */
const fitted = (x: number, y: number, width: number, height: number): Rect => {
  const [w, h] = [clamp(exact(width), least, 1), clamp(exact(height), least, 1)]
  return { x: exact(clamp(x, 0, 1 - w)), y: exact(clamp(y, 0, 1 - h)), width: w, height: h }
}

/** The part between two corners that were tapped, in any order. */
export const rectBetween = (a: Corner, b: Corner): Rect =>
  fitted(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x), Math.abs(a.y - b.y))

/** Where a part begins that is added by a button. */
export const middleRect: Rect = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }

const changes: Record<PartMove, [x: number, y: number, width: number, height: number]> = {
  left: [-1, 0, 0, 0],
  right: [1, 0, 0, 0],
  up: [0, -1, 0, 0],
  down: [0, 1, 0, 0],
  wider: [-0.5, 0, 1, 0],
  narrower: [0.5, 0, -1, 0],
  taller: [0, -0.5, 0, 1],
  lower: [0, 0.5, 0, -1],
}

export const movedRect = ({ x, y, width, height }: Rect, move: PartMove): Rect => {
  const [dx, dy, dw, dh] = changes[move]
  return fitted(x + dx * step, y + dy * step, width + dw * step, height + dh * step)
}
