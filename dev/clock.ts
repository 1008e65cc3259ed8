import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export type DemoClock = {
  now: () => Date
  /** Milliseconds between the demo's time and the wall's. */
  shift: () => number
  forward: (ms: number) => void
  /** Keeps the hour for the next start. */
  save: () => void
}

/**
 * The demo's own time: it stands still while the demo is off, or everything would be overdue the next morning, and it can
 * be moved forward. `file` keeps the hour.
 */
export const openClock = (file: string, wall: () => number = Date.now): DemoClock => {
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
  let shift = Number.isFinite(kept) ? kept - wall() : 0
  return {
    now: () => new Date(wall() + shift),
    shift: () => shift,
    forward: ms => {
      shift += ms
    },
    save: () => writeFileSync(file, String(wall() + shift)),
  }
}
