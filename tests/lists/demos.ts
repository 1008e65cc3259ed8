// Made by `npm run rooms:lists` from the rooms that are there.

import { demo as consultations } from '../consultations/demo.ts'
import { demo as questions } from '../questions/demo.ts'
import { demo as reports } from '../reports/demo.ts'
import type { Demo } from '../support/seeded-town.ts'

export const demos: Record<string, Demo> = {
  consultations,
  questions,
  reports,
}
