// Made by `npm run rooms:lists` from the rooms that are there.

import { furnish as consultations } from '../consultations/furnish.ts'
import type { Furnish } from '../support/town.ts'

export const towns: Record<string, Furnish> = {
  consultations,
}
