import type { Address } from '@huiyin/shared/core/address.ts'

/** Ways into rooms that may not be there. A room says in its manifest which of them it opens. */
export type Doors = {
  newReport: Address
  newQuestion: Address
  freeTimes: Address<{ village?: string }>
  report: Address<{ id: string }>
  question: Address<{ id: string }>
}

const open: Partial<Doors> = {}

export const openDoors = (doors: Partial<Doors> = {}) => void Object.assign(open, doors)

/** The page behind it; undefined where the room that would have it is missing, and then nothing leads there. */
export const door = <N extends keyof Doors>(name: N): Partial<Doors>[N] => open[name]
